package org.cadreledger.period.publishing;

import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.Ties;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How boards are computed unless a publication recorded otherwise; the defaults are the decisions of domain.md.
 *
 * @param scoring {@code ledger.scoring.quarter}, {@code ledger.scoring.year}
 * @param ranking {@code ledger.ranking.ties}, {@code …top-percent}, {@code …bottom-percent}
 */
@ConfigurationProperties("ledger")
public record BoardDefaults(
        @DefaultValue Scoring scoring, @DefaultValue Ranking ranking) {
    /** Version of the computation and of the seal's form. */
    private static final int ALGORITHM = 1;

    private static final int ALL = 100;

    public record Scoring(
            @DefaultValue("PERIOD") QuarterScoring quarter,
            @DefaultValue("PERIOD") YearScoring year) {}

    /** Percentages 0–100; 15 and 5 in source 004, V. */
    public record Ranking(
            @DefaultValue("EXCLUDE") Ties ties,
            @DefaultValue("15") int topPercent,
            @DefaultValue("5") int bottomPercent) {
        public Ranking {
            if (topPercent < 0 || bottomPercent < 0 || topPercent + bottomPercent > ALL) {
                throw new IllegalArgumentException(
                        "ledger.ranking: percentages out of range: " + topPercent + ", " + bottomPercent);
            }
        }
    }

    BoardSettings settings(int objectionDays) {
        return new BoardSettings(
                ALGORITHM,
                scoring.quarter(),
                scoring.year(),
                ranking.ties(),
                ranking.topPercent(),
                ranking.bottomPercent(),
                objectionDays);
    }
}
