package org.cadreledger.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The commit that decision 0002 and ops/export-format.md show to third parties. */
public final class WorkedExample {
    static final PersonalPart PERSONAL = new PersonalPart("000102030405060708090a0b0c0d0e0f", "{\"name\":\"王小明\"}");
    static final String PERSONAL_HASH = "82e29038f6997b3ec3faf296c0f233cab008ef53df263bdb897514133246afda";

    public static final String HASH = "0289b6f15358502747c0a1149d30e695e1a034ffbedd2575c26ec08e5839b62f";

    public static final Commit COMMIT = new Commit(
            1,
            "user/u1/demo-1",
            null,
            "{\"n\":1}",
            "u1",
            Instant.parse("2026-03-31T08:00:00.123Z"),
            List.of("cadre:c1/0000000000"),
            List.of(new StoredEvent(
                    "e-1",
                    "cadre:c1",
                    "Cadre",
                    0,
                    "test.opened.v1",
                    "county-1",
                    "{\"id\":\"c1\",\"day\":\"2026-01-02\"}",
                    PERSONAL_HASH)),
            Map.of(0, PERSONAL),
            "SHA-256",
            "0".repeat(64),
            HASH);

    private WorkedExample() {}
}
