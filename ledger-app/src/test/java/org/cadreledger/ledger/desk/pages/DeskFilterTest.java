package org.cadreledger.ledger.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cadreledger.ledger.PendingItems.DeskState;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The filter of a desk and the address that it lives in. */
class DeskFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static DeskFilter of(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        UriComponentsBuilder.fromUriString("/review" + query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> request.addParameter(
                        name, UriUtils.decode(value == null ? "" : value, java.nio.charset.StandardCharsets.UTF_8))));
        return DeskFilter.of(request, DeskState.DECLARED);
    }

    @Test
    void what_an_address_says_is_read_back_from_the_address_it_makes() {
        DeskFilter filter = new DeskFilter(
                DeskState.SCORED, new Month(2026, 3), "A & B {office} 50%+?#/", "A1", 7, "= \"<&+%41;", "2026:c/1 x");
        assertThat(of(filter.query())).isEqualTo(filter);
        assertThat(filter.query()).doesNotContain(" ", "\"", "<", "{");
    }

    @Test
    void nonsense_is_as_if_it_were_left_out() {
        DeskFilter filter = of("?state=NONSENSE&month=2026-13&age=8&unit=%20&q=");
        assertThat(filter).isEqualTo(new DeskFilter(DeskState.DECLARED, null, null, null, null, null, null));
        assertThat(filter.narrowed()).isFalse();
    }

    @Test
    void a_desk_of_claims_does_not_show_what_the_department_entered() {
        assertThat(of("?state=UNCONFIRMED").state()).isEqualTo(DeskState.DECLARED);
    }

    @Test
    void an_age_in_days_is_a_time_before_now() {
        assertThat(of("?age=7").at(NOW).before()).isEqualTo(NOW.minus(Duration.ofDays(7)));
    }
}
