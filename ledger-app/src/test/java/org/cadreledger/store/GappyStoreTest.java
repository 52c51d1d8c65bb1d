package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The suite is worth something only if it fails on a store that is not sound. */
class GappyStoreTest {

    /** Leaves a hole after every commit. */
    private static final class GappyCommits extends FaultyCommits {
        private final Commits real;

        GappyCommits(Commits real) {
            super(real);
            this.real = real;
        }

        @Override
        public void insert(List<Commit> commits) {
            real.insert(commits.stream()
                    .map(commit -> at(commit, commit.position() * 2))
                    .toList());
        }

        private static Commit at(Commit commit, long position) {
            return new Commit(
                    position,
                    commit.k(),
                    commit.bodyHash(),
                    commit.answer(),
                    commit.by(),
                    commit.at(),
                    commit.keys(),
                    commit.events(),
                    commit.personal(),
                    commit.algorithm(),
                    commit.previous(),
                    commit.hash());
        }
    }

    private static final class OnGappyStore extends CommitLogConformance implements ServerUnderTest.MongoJavaServer {
        @Override
        Commits commits(MongoDatabase in) {
            return new GappyCommits(super.commits(in));
        }
    }

    @Test
    void a_store_with_holes_fails_the_suite() throws Exception {
        List<String> failed = new ArrayList<>();
        List<Method> tests = Arrays.stream(CommitLogConformance.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
        for (Method test : tests) {
            if (fails(test)) {
                failed.add(test.getName());
            }
        }
        assertThat(failed)
                .contains(
                        "commits_are_numbered_densely_from_one",
                        "numbers_stay_dense_under_32_threads",
                        "two_logs_racing_leave_one_dense_chain_and_no_reader_sees_a_gap",
                        "a_lost_acknowledgement_is_found_again_and_stored_once");
    }

    private static boolean fails(Method test) throws Exception {
        OnGappyStore suite = new OnGappyStore();
        suite.openLog();
        try {
            test.invoke(suite);
            return false;
        } catch (InvocationTargetException e) {
            return true;
        } finally {
            suite.closeAll();
        }
    }
}
