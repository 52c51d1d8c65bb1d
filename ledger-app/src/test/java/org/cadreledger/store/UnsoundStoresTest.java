package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite is worth something only if it fails on stores that are not sound. */
class UnsoundStoresTest {
    /** For what never comes. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final MongoJavaServerConformanceTest SERVER = new MongoJavaServerConformanceTest();

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

    /** Takes everything and keeps nothing. */
    private static final class NoCommits extends FaultyCommits {
        NoCommits(Commits real) {
            super(real);
        }

        @Override
        public void insert(List<Commit> commits) {
            // kept nowhere
        }
    }

    private static final List<Supplier<StoreFixture>> SUITES = List.of(
            () -> SERVER.new OfTheLog(),
            () -> SERVER.new OfRaces(),
            () -> SERVER.new OfFaults(),
            () -> SERVER.new OfTheSource(),
            () -> SERVER.new OfVerification());

    /** Its writer is a process of its own, on sound commits. */
    private static final String APART =
            "a_writer_killed_in_the_middle_of_a_batch_leaves_a_prefix_and_all_that_it_acknowledged";

    /** What a store without any commit, or one that is not asked, does right. */
    private static final Set<String> WITHOUT_COMMITS = Set.of(
            "the_server_passes_the_probe",
            "a_full_queue_refuses_at_once",
            "a_server_that_never_answers_ends_in_an_unknown_outcome_and_recovers",
            "after_an_unknown_outcome_a_trial_says_whether_writes_are_taken_again");

    /** What asks for bounds and contents, not for numbers. */
    private static final Set<String> WITHOUT_NUMBERS = Set.of(
            "the_server_passes_the_probe",
            "a_full_queue_refuses_at_once",
            "a_server_that_never_answers_ends_in_an_unknown_outcome_and_recovers",
            "after_an_unknown_outcome_a_trial_says_whether_writes_are_taken_again",
            "oversize_is_refused_and_the_log_goes_on",
            "a_long_stream_is_read_whole_and_apart_from_its_neighbours",
            "a_fold_has_what_other_nodes_wrote_between_own_commits_and_long_ago",
            "a_fold_does_not_end_with_an_own_commit_when_others_went_on_with_the_stream_long_ago",
            "more_than_a_page_is_replayed_whole");

    @Test
    void a_store_that_keeps_nothing_fails_every_check_of_what_is_kept() throws Exception {
        assertThat(passed(NoCommits::new)).containsExactlyInAnyOrderElementsOf(WITHOUT_COMMITS);
    }

    @Test
    void a_store_with_holes_fails_every_check_of_numbers() throws Exception {
        assertThat(passed(GappyCommits::new)).containsExactlyInAnyOrderElementsOf(WITHOUT_NUMBERS);
    }

    private static List<String> passed(UnaryOperator<Commits> store) throws Exception {
        List<String> passed = new ArrayList<>();
        for (Supplier<StoreFixture> suite : SUITES) {
            for (Method test : suite.get().getClass().getSuperclass().getDeclaredMethods()) {
                if (test.isAnnotationPresent(Test.class)
                        && !test.getName().equals(APART)
                        && passes(suite.get(), store, test)) {
                    passed.add(test.getName());
                }
            }
        }
        return passed;
    }

    private static boolean passes(StoreFixture suite, UnaryOperator<Commits> store, Method test) throws Exception {
        suite.judged = store;
        suite.patience = PATIENCE;
        try {
            for (Method before : preparations(suite.getClass())) {
                before.invoke(suite);
            }
            test.invoke(suite);
            return true;
        } catch (InvocationTargetException e) {
            return false;
        } finally {
            suite.closeAll();
        }
    }

    /** Of the base class first, as JUnit does it. */
    private static Deque<Method> preparations(Class<?> suite) {
        Deque<Method> found = new ArrayDeque<>();
        for (Class<?> type = suite; type != Object.class; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(BeforeEach.class))
                    .forEach(found::addFirst);
        }
        return found;
    }
}
