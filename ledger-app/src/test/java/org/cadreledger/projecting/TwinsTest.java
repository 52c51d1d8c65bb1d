package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.LedgerEvent.ClaimWithdrawn;
import org.cadreledger.ledger.Twins;
import org.cadreledger.ledger.Twins.ClaimKey;
import org.cadreledger.ledger.Twins.Twin;
import org.cadreledger.points.Points;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwinsTest extends ReadSideFixture {
    private static final Month JANUARY = new Month(2026, 1);
    private static final String FLOOD = "7月15日夜间连续强降雨，本人带领村干部六人转移低洼地带群众四十三户一百二十人，连续值守三十六小时，未发生人员伤亡。";
    private static final String SAME_FLOOD = "７月15日夜间连续强降雨，本人带领村干部六人转移低洼地带群众四十三户一百二十人， 连续值守三十六小时，未发生人员伤亡";
    private static final String NEAR_FLOOD = "7月15日夜间连续强降雨，本人带领村干部六人转移低洼地带群众四十三户一百二十人，连续值守三十六小时，未发生人员伤亡情况。";
    private static final String LIBRARY = "组织志愿者整理乡镇图书室藏书三千册，建立借阅制度，每周末开放半天。";

    @BeforeEach
    void a_county() {
        county.define(JANUARY);
        for (int i = 1; i <= 4; i++) {
            county.register("c" + i);
        }
    }

    private static List<Twin> of(ReadModels models, String cadre, String claim) {
        return models.twins().of("ly", new ClaimKey(cadre, claim));
    }

    @Test
    void the_same_file_and_the_same_words_are_found_whoever_claims_them_and_whatever_became_of_it() {
        county.claim("c1", "k1", JANUARY, FLOOD, "photo", "letter");
        county.claim("c2", "k2", new Month(2025, 7), SAME_FLOOD);
        county.claim("c3", "k3", JANUARY, LIBRARY, "photo");
        county.claim("c1", "k4", JANUARY, NEAR_FLOOD);
        county.claim("c4", "k5", JANUARY, LIBRARY, "another");
        county.approve("c3", "k3", JANUARY, Points.of(3));
        ReadModels models = caughtUp();

        List<Twin> twins = of(models, "c1", "k1");
        assertThat(twins)
                .extracting(Twin::claim, Twin::status, Twin::name)
                .containsExactly(
                        tuple(new ClaimKey("c3", "k3"), ClaimStatus.APPROVED, "名c3"),
                        tuple(new ClaimKey("c2", "k2"), ClaimStatus.DECLARED, "名c2"),
                        tuple(new ClaimKey("c1", "k4"), ClaimStatus.DECLARED, "名c1"));
        assertThat(twins.getFirst().sameFiles()).extracting("evidenceId").containsExactly("c3-photo");
        assertThat(twins.getFirst().similarity()).isLessThan(20);
        assertThat(twins.get(1).similarity()).isEqualTo(100);
        assertThat(twins.get(1).sameFiles()).isEmpty();
        assertThat(twins.get(2).similarity()).isBetween(80, 99);
        assertThat(of(models, "c4", "k5")).extracting(Twin::claim).containsExactly(new ClaimKey("c3", "k3"));
        assertThat(of(models, "c4", "nothing")).isEmpty();
        assertThat(models.twins().of("ly", List.of(new ClaimKey("c1", "k1"), new ClaimKey("c9", "k9"))))
                .containsOnlyKeys(new ClaimKey("c1", "k1"));
    }

    @Test
    void claims_long_ago_elsewhere_and_withdrawn_are_none() {
        county.claim("c1", "k1", JANUARY, FLOOD, "photo");
        county.claim("c2", "old", new Month(2024, 12), FLOOD, "photo");
        county.claim("c3", "gone", JANUARY, FLOOD, "photo");
        county.append("u-c3", Streams.ledger("c3", 2026), new ClaimWithdrawn("c3", "gone"));
        CountyLog other = new CountyLog(log, "hn");
        other.define(JANUARY);
        other.register("x1");
        other.claim("x1", "away", JANUARY, FLOOD, "photo");
        assertThat(of(caughtUp(), "c1", "k1")).isEmpty();
    }

    @Test
    void a_change_and_a_rebuild_are_taken_into_account_and_no_account_is_kept() {
        county.claim("c1", "k1", JANUARY, FLOOD);
        county.claim("c2", "k2", JANUARY, LIBRARY);
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        catchUp(projectors);
        assertThat(of(models, "c1", "k1")).isEmpty();

        var before = CountyLog.claimed("c2", "k2", JANUARY, NEAR_FLOOD);
        county.append(
                "u-c2",
                Streams.ledger("c2", 2026),
                new org.cadreledger.ledger.LedgerEvent.ClaimChanged(
                        "c2",
                        "k2",
                        JANUARY,
                        before.rule(),
                        null,
                        1,
                        before.points(),
                        before.matter(),
                        before.occurredOn(),
                        List.of(),
                        before.account()));
        catchUp(projectors);
        List<Twin> found = of(models, "c1", "k1");
        assertThat(found).extracting(Twin::claim).containsExactly(new ClaimKey("c2", "k2"));

        Map<String, String> documents = dump(1);
        assertThat(documents.keySet()).anyMatch(key -> key.startsWith("claimtraces"));
        assertThat(documents.values()).noneMatch(document -> document.contains("强降雨"));
        new Rebuilding(List.of(projectors.named("desk").orElseThrow()), log).run();
        assertThat(models.desk().active().number()).isEqualTo(2);
        assertThat(of(models, "c1", "k1")).isEqualTo(found);
    }

    @Test
    void not_more_than_twenty_are_listed() {
        for (int i = 0; i < 30; i++) {
            county.claim("c1", "k" + i, JANUARY, "参加志愿服务", "form");
        }
        assertThat(of(caughtUp(), "c1", "k3")).hasSize(Twins.MOST).allMatch(Twin::isAlike);
    }
}
