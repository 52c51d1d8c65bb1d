package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cadreledger.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** Who changes the language stays where they are. */
@InTheBrowser
class LanguageSwitchTest {
    private static final Pattern TO = Pattern.compile("name=\"to\" value=\"([^\"]*)\"");

    private static String leadsTo(HttpResponse<String> page) {
        Matcher found = TO.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    private static String switched(Caller caller, String to) {
        return caller.post("/language", Map.of("language", "en", "to", to))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void the_switch_keeps_path_and_query(Bed bed) {
        Caller reviewer = Caller.of(bed, bed.userWith(Role.REVIEWER));
        String asked = "/review?state=SCORED&q=%E5%BC%A0%20%26%7Bx%7D";
        assertThat(leadsTo(reviewer.get(asked))).isEqualTo(asked);
        assertThat(switched(reviewer, asked)).endsWith(asked);
        assertThat(reviewer.get(asked).body()).contains("lang=\"en\"");
    }

    @Test
    void after_a_refused_form_it_leads_to_what_can_be_looked_at(Bed bed) {
        Caller reviewer = Caller.of(bed, bed.userWith(Role.REVIEWER));
        Newcomer here = Newcomer.in(bed);
        HttpResponse<String> refused =
                reviewer.post("/cadres/" + here.cadreId() + "/absences", Map.of("kind", "LEAVE", "from", "nonsense"));
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(leadsTo(refused)).isEqualTo("/cadres/" + here.cadreId());
        assertThat(reviewer.get(leadsTo(refused)).statusCode()).isEqualTo(200);
        HttpResponse<String> wrong = Caller.nobody(bed).post("/sign-in", Map.of("username", "x", "password", "y"));
        assertThat(leadsTo(wrong)).isEqualTo("/sign-in");
    }
}
