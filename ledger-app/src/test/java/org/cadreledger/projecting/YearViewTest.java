package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cadreledger.period.Periods;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import org.junit.jupiter.api.Test;

class YearViewTest extends ReadSideFixture {
    private static final Month FEBRUARY = new Month(2026, 2);
    private static final Instant MAY = Instant.parse("2026-05-05T02:00:00Z");

    private static Periods.Status status(ReadModels models, Period period) {
        return models.periods().status("ly", period, MAY).orElseThrow();
    }

    @Test
    void a_year_says_of_each_period_what_the_period_says_itself() {
        county.catalogue();
        county.define(FEBRUARY);
        for (int i = 0; i < 5; i++) {
            county.register("c" + i);
        }
        county.close(FEBRUARY);
        county.close(new Month(2026, 3));
        county.publish(new Quarter(2026, 1), 1);
        county.claim("c1", "k1", new Month(2026, 4));
        county.declare("c1", new Month(2026, 4));
        county.declare("c2", new Month(2026, 5));
        ReadModels models = caughtUp();

        Periods.YearView view =
                models.periods().calendar("ly", new Year(2026), MAY).orElseThrow();
        assertThat(view.months())
                .hasSize(12)
                .allSatisfy(month -> assertThat(month).isEqualTo(status(models, month.period())));
        assertThat(view.quarters())
                .hasSize(4)
                .allSatisfy(quarter -> assertThat(quarter).isEqualTo(status(models, quarter.period())));
        assertThat(view.year()).isEqualTo(status(models, new Year(2026)));
        assertThat(view.months().get(3).declared()).isEqualTo(1);
        assertThat(view.months().get(3).undeclared()).isEqualTo(4);
        assertThat(view.months().get(3).undecided()).isEqualTo(1);
        assertThat(view.quarters().getFirst().state()).isEqualTo(Periods.State.PUBLISHED);
        assertThat(models.periods().stages("ly", new Year(2026), MAY))
                .hasSize(12 + 4 + 1)
                .allSatisfy(stage -> {
                    Periods.Status status = status(models, stage.period());
                    assertThat(stage.state()).isEqualTo(status.state());
                    assertThat(stage.blocking()).isEqualTo(status.blocking());
                });
        assertThat(models.periods().stages("elsewhere", new Year(2026), MAY)).isEmpty();
        assertThat(models.periods().calendar("elsewhere", new Year(2026), MAY)).isEmpty();
    }
}
