package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.YearMonth;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.junit.jupiter.api.Test;

/** The start page names each period that can go a step on. */
@InTheBrowser
class StepsAheadTest {
    @Test
    void a_publisher_is_told_what_can_be_closed_published_and_made_final(Bed bed) {
        YearMonth start = QuarterCounty.lastQuarter();
        QuarterCounty county = new QuarterCounty(bed.program(), "stepsahead", start);
        county.cadres(3);
        Caller publisher = Caller.of(
                bed, new SignIn(county.name("publisher"), county.password("publisher"), Role.PUBLISHER.name()));
        String quarter = "\"/periods/" + QuarterCounty.quarter(start) + "\"";
        // what others have done is seen a moment later
        await().untilAsserted(() -> assertThat(publisher.get("/").body())
                .contains("\"/periods/" + start + "\"")
                .doesNotContain(quarter));
        for (int i = 0; i < 3; i++) {
            county.step(start.plusMonths(i).toString(), "close");
        }
        await().untilAsserted(() ->
                assertThat(publisher.get("/").body()).contains(quarter).doesNotContain("\"/periods/" + start + "\""));
        county.step(QuarterCounty.quarter(start), "publish");
        await().untilAsserted(() -> assertThat(publisher.get("/").body()).contains(quarter));
        county.step(QuarterCounty.quarter(start), "finalise");
        await().untilAsserted(() -> assertThat(publisher.get("/").body()).doesNotContain(quarter));
    }
}
