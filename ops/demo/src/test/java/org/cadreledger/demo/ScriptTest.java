package org.cadreledger.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Texts TEXTS = Texts.load();
    private static final Plan PLAN = Plan.of(Size.DEMO, 1, LocalDate.of(2026, 11, 21), TEXTS);

    private static List<Step> steps() {
        return new Script(PLAN, "qinghe", TEXTS).steps().toList();
    }

    private static Stream<Call> calls() {
        return steps().stream().flatMap(step -> switch (step) {
            case Step.Batch batch -> batch.calls().stream();
            case Step.Answered answered -> Stream.of(answered.first());
        });
    }

    @Test
    void every_write_has_a_key_of_its_own_within_128_characters() {
        List<String> keys = calls().filter(Call::writes)
                .map(call -> PLAN.name() + "/" + call.label())
                .toList();
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.length() <= 128);
        assertThat(keys).allMatch(key -> StandardCharsets.US_ASCII.newEncoder().canEncode(key));
    }

    @Test
    void months_close_and_quarters_publish_in_order() {
        assertThat(calls().map(Call::path).filter(path -> path.endsWith("/close")))
                .hasSize(13)
                .isSorted();
        assertThat(calls().map(Call::path).filter(path -> path.matches("/periods/.*Q./publish")))
                .hasSize(4)
                .isSorted();
    }

    @Test
    void the_latest_quarter_stays_open_to_objections() {
        assertThat(calls().map(Call::path).filter(path -> path.endsWith("/finalise")))
                .containsExactly(
                        "/periods/2025-Q4/finalise",
                        "/periods/2025/finalise",
                        "/periods/2026-Q1/finalise",
                        "/periods/2026-Q2/finalise");
    }

    @Test
    void only_the_carried_over_claims_are_approved_in_a_later_month() {
        long approved =
                calls().filter(call -> call.kind().equals("bulk approval")).count();
        long carried = calls().filter(call -> call.kind().equals("carry over")).count();
        assertThat(approved).isPositive();
        assertThat(carried)
                .isEqualTo(PLAN.claims().stream()
                        .filter(claim -> claim.fate() == Claim.Fate.CARRIED)
                        .count());
    }

    @Test
    void evidence_is_a_pdf_and_a_readable_picture() throws IOException {
        assertThat(new String(Evidence.pdf("a"), StandardCharsets.US_ASCII))
                .startsWith("%PDF-")
                .endsWith("%%EOF\n");
        assertThat(ImageIO.read(new ByteArrayInputStream(Evidence.png("a"))).getWidth())
                .isEqualTo(240);
        assertThat(Evidence.png("a")).isEqualTo(Evidence.png("a")).isNotEqualTo(Evidence.png("b"));
    }
}
