package org.cadreledger.store;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes along the chain commit by commit and says what is wrong with one (decision 0002). For one thread. */
public final class ChainCheck {

    private final MessageDigest digest = Hashes.digest(Hashes.ALGORITHM);
    private Tail end;

    /** @param end the commit to go on from, {@link Tail#EMPTY} for the beginning of the log */
    public ChainCheck(Tail end) {
        this.end = end;
    }

    /** The last commit found sound. */
    public Tail end() {
        return end;
    }

    /** What is wrong with the next commit; null when it is sound, and only then is it taken. */
    public @Nullable String next(Commit commit) {
        return take(commit, () -> Hashes.hash(commit));
    }

    /**
     * The same when the canonical bytes of its content, from {@code k} on, are there already.
     *
     * @param body begins with them
     * @param length how many they are
     */
    public @Nullable String next(Commit commit, byte[] body, int length) {
        return take(commit, () -> Hashes.hash(digest, commit, body, length));
    }

    private @Nullable String take(Commit commit, Supplier<String> computed) {
        String fault = fault(commit, computed);
        end = fault == null ? Tail.of(commit) : end;
        return fault;
    }

    private @Nullable String fault(Commit commit, Supplier<String> computed) {
        if (commit.position() != end.position() + 1) {
            return "number " + commit.position() + " where " + (end.position() + 1) + " belongs";
        }
        if (!commit.algorithm().equals(Hashes.ALGORITHM)) {
            return "unknown algorithm " + commit.algorithm();
        }
        if (!commit.previous().equals(end.hash())) {
            return "does not follow the commit before it";
        }
        // what does not follow may hold anything, also what cannot be hashed
        if (!commit.hash().equals(computed.get())) {
            return "its hash does not cover its content";
        }
        if (commit.at().isBefore(end.at())) {
            return "earlier than the commit before it";
        }
        if (!commit.keys().equals(keys(commit))) {
            return "its keys are not those of its events";
        }
        return personalFault(commit);
    }

    private static List<String> keys(Commit commit) {
        if (commit.events().size() == 1) {
            StoredEvent only = commit.events().getFirst();
            return List.of(Commit.key(only.stream(), only.sequence()));
        }
        Set<String> seen = new HashSet<>();
        List<String> keys = new ArrayList<>();
        for (StoredEvent event : commit.events()) {
            if (seen.add(event.stream())) {
                keys.add(Commit.key(event.stream(), event.sequence()));
            }
        }
        return keys;
    }

    /** An erased part is no fault; a changed or an added one is. */
    private static @Nullable String personalFault(Commit commit) {
        for (Map.Entry<Integer, PersonalPart> entry : commit.personal().entrySet()) {
            int index = entry.getKey();
            String covered = index < 0 || index >= commit.events().size()
                    ? null
                    : commit.events().get(index).personalHash();
            if (!Hashes.personalHash(commit.algorithm(), entry.getValue()).equals(covered)) {
                return "the personal part of event " + index + " is not the one it was written with";
            }
        }
        return null;
    }
}
