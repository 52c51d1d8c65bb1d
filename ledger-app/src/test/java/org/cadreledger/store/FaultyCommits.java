package org.cadreledger.store;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Real commits behind a network that fails as told. */
class FaultyCommits implements Commits {

    private final Commits real;
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();

    /** @param kept how many of the batch arrive before the connection breaks */
    private record Fault(int kept) {}

    FaultyCommits(Commits real) {
        this.real = real;
    }

    /** The next insert stores as many, and its acknowledgement is lost. */
    void loseNextAcknowledgementAfter(int kept) {
        faults.add(new Fault(kept));
    }

    @Override
    public void insert(List<Commit> commits) {
        Fault fault = faults.poll();
        if (fault == null) {
            real.insert(commits);
            return;
        }
        int kept = Math.min(fault.kept(), commits.size());
        if (kept > 0) {
            real.insert(commits.subList(0, kept));
        }
        throw new MongoSocketReadException("lost on purpose", new ServerAddress());
    }

    @Override
    public void tryWriting() {
        if (faults.poll() != null) {
            throw new MongoSocketReadException("lost on purpose", new ServerAddress());
        }
        real.tryWriting();
    }

    @Override
    public Optional<Commit> last() {
        return real.last();
    }

    @Override
    public Optional<Commit> at(long position) {
        return real.at(position);
    }

    @Override
    public Optional<Instant> timeAt(long position) {
        return real.timeAt(position);
    }

    @Override
    public Optional<Commit> withK(String k) {
        return real.withK(k);
    }

    @Override
    public Optional<Commit> withAnyKey(List<String> keys) {
        return real.withAnyKey(keys);
    }

    @Override
    public Map<Long, String> hashes(long after, int limit) {
        return real.hashes(after, limit);
    }

    @Override
    public List<Commit> after(long position, int limit) {
        return real.after(position, limit);
    }

    @Override
    public List<Read> readAfter(long position, int limit) {
        return real.readAfter(position, limit);
    }

    @Override
    public List<Commit> ofStream(String stream, long firstSequence) {
        return real.ofStream(stream, firstSequence);
    }

    @Override
    public boolean erasePersonal(long position, int index) {
        return real.erasePersonal(position, index);
    }
}
