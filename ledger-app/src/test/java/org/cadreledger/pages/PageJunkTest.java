package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.pages.Doors.call;
import static org.cadreledger.pages.Doors.path;
import static org.cadreledger.pages.Doors.title;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cadreledger.access.Role;
import org.cadreledger.security.PageTable.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages answer to addresses and fields that no page of ours has. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class PageJunkTest {
    /** Called by every page's form with whatever is in it. */
    private static final List<String> FIELDS = List.of(
            "year",
            "month",
            "period",
            "jurisdiction",
            "revision",
            "page",
            "from",
            "to",
            "until",
            "since",
            "fromPosition",
            "asAt",
            "text",
            "q",
            "cadreId",
            "effectiveFrom",
            "occurredOn",
            "points",
            "matterCap",
            "rows",
            "file",
            "do",
            "item",
            "entry",
            "upheld",
            "on",
            "registeredOn",
            "daysOff",
            "rule.0.code",
            "rule.0.points",
            "evidence");

    private static final List<String> JUNK = List.of(
            "",
            "x",
            "-1",
            "99999999999999999999",
            "2147483647",
            "+999999999-12-31",
            "0001-01",
            "9999-12",
            "{x}",
            "(",
            "'\"><b>",
            "1e999999999",
            "\uD83D\uDE00",
            "\u202E",
            "a\nb",
            ":",
            "/");

    private final Doors doors;

    PageJunkTest(Bed bed) {
        this.doors = new Doors(bed);
    }

    /** All but what would sign the caller out, or count as guessing the password. */
    static Stream<Entry> bearing() {
        return Doors.entries()
                .filter(entry -> entry.method().equals("GET")
                        || !List.of("/sign-out", "/sign-in", "/password").contains(entry.pattern()));
    }

    @ParameterizedTest
    @MethodSource("bearing")
    void junk_gets_a_page_that_says_so(Entry entry) {
        Caller caller = doors.oneOf(entry);
        List<String> names = new ArrayList<>();
        Stops.VARIABLE.matcher(entry.pattern()).results().forEach(name -> names.add(name.group(1)));
        names.remove("step");
        for (String name : names) {
            for (String junk : List.of("a%20%E4%BD%A0", "9999-12", "0", "99999999999", "%7Bx%7D")) {
                String path = path(entry, Map.of(name, junk));
                assertRefusedOrShown(call(caller, entry, path), entry + " " + path);
            }
        }
        for (String junk : JUNK) {
            Map<String, String> fields = new LinkedHashMap<>();
            FIELDS.forEach(field -> fields.put(field, junk));
            HttpResponse<String> answer = entry.method().equals("GET")
                    ? caller.get(path(entry) + "?" + Caller.form(fields))
                    : caller.post(path(entry), fields);
            assertRefusedOrShown(answer, entry + " " + junk);
        }
    }

    private static void assertRefusedOrShown(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .as(what)
                .isPresent();
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(answer.body()).as(what).doesNotContain("'\"><b>").doesNotContain("??");
        }
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).as(what).startsWith("text/html"));
        }
    }

    @Test
    void too_much_is_refused_and_told() {
        Caller caller = doors.caller(Role.REVIEWER);
        HttpResponse<String> large = caller.post("/password", Map.of("oldPassword", "x".repeat(3_000_000)));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains(title("payload-too-large"));
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put("p" + i, "");
        }
        assertThat(caller.post("/password", many).statusCode()).isEqualTo(400);
        many.keySet().removeIf(name -> name.length() > 4 && !name.startsWith("p12"));
        assertThat(caller.get("/review?" + Caller.form(many)).statusCode()).isEqualTo(400);
        assertThat(caller.get("/review?q=%ff").statusCode()).isIn(200, 400);
    }
}
