package org.cadreledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import jakarta.servlet.ServletException;
import org.cadreledger.refusal.Reason;
import org.junit.jupiter.api.Test;

class ProblemMappingTest {
    @Test
    void a_database_that_does_not_answer_is_no_fault_of_the_program() {
        assertThat(ProblemMapping.of(new MongoTimeoutException("no server")))
                .isEqualTo(Problem.of(Reason.STORE_UNAVAILABLE));
    }

    @Test
    void nor_is_it_when_a_filter_met_it_first() {
        assertThat(ProblemMapping.of(new ServletException(new MongoTimeoutException("no server"))))
                .isEqualTo(Problem.of(Reason.STORE_UNAVAILABLE));
    }

    @Test
    void what_nobody_foresaw_stays_so() {
        assertThat(ProblemMapping.of(new IllegalStateException("a mistake"))).isNull();
    }
}
