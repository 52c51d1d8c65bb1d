package org.cadreledger.period.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.PeriodEvent.BoardSealed;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of one period's board, in order. Immutable.
 *
 * @param finalGuard guard of the finalising; null before
 */
public record BoardState(List<Revision> revisions, @Nullable Long finalGuard) {
    public static final BoardState NONE = new BoardState(List.of(), null);

    /** @param sealed null while the board is being computed */
    public record Revision(
            Recorded<BoardPublished> published, @Nullable BoardSealed sealed) {
        public int number() {
            return published.event().revision();
        }
    }

    public BoardState {
        revisions = List.copyOf(revisions);
    }

    public boolean isPublished() {
        return !revisions.isEmpty();
    }

    public boolean isFinal() {
        return finalGuard != null;
    }

    public Optional<Revision> latest() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
    }

    public Optional<Revision> revision(int number) {
        return revisions.stream()
                .filter(revision -> revision.number() == number)
                .findFirst();
    }

    BoardState published(Recorded<BoardPublished> published) {
        List<Revision> next = new ArrayList<>(revisions);
        next.add(new Revision(published, null));
        return new BoardState(next, finalGuard);
    }

    BoardState sealed(BoardSealed sealed) {
        List<Revision> next = new ArrayList<>(revisions);
        next.replaceAll(revision ->
                revision.number() == sealed.revision() ? new Revision(revision.published(), sealed) : revision);
        return new BoardState(next, finalGuard);
    }

    BoardState finalised(long guard) {
        return new BoardState(revisions, guard);
    }
}
