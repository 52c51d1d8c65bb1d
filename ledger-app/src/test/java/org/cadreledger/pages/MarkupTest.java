package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates keep to what the content security policy allows and name only texts that there are. */
class MarkupTest {
    @Test
    void no_template_has_inline_scripts_or_styles_unescaped_text_or_links_to_elsewhere() {
        List<String> found = new ArrayList<>();
        Sources.templates()
                .forEach((file, template) ->
                        Markup.findings(template).forEach(finding -> found.add(file + ": " + finding)));
        assertThat(found).isEmpty();
    }

    @Test
    void every_text_that_a_template_names_is_there() {
        Set<String> keys = Texts.keys();
        List<String> missing = new ArrayList<>();
        Sources.templates()
                .forEach((file, template) -> Markup.keys(template).stream()
                        .filter(key -> !isThere(key, keys))
                        .forEach(key -> missing.add(file + ": " + key)));
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(String key, Set<String> keys) {
        return key.endsWith("*")
                ? keys.stream().anyMatch(one -> one.startsWith(key.substring(0, key.length() - 1)))
                : keys.contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='color:red'>",
                "<p th:style=\"|width:${w}%|\">",
                "<p data-th-styleappend=\"'a'\">",
                "<p th:attr=\"title=${t},style=${s}\">",
                "<a\n class=\"x\"\n onclick=\"go()\">",
                "<a th:onclick=\"${a > b}\">",
                "<a hx-on:click=\"go()\">",
                "<a href=\"javascript:go()\">",
                "<i hx-vals='js:{a: 1}'>",
                "<style>p{}</style>",
                "<script>go()</script>",
                "<script th:inline=\"javascript\">let a = [[${a}]];</script>",
                "<p th:utext=\"${a}\">",
                "<p th:utext=\"${a + icons.of('x')}\">",
                "<img src=\"https://cdn.example/x.png\">",
                "<link href=//cdn.example/x.css>",
                "<a th:href=\"http://a.example\">"
            })
    void what_must_not_be_in_a_template_is_found(String bad) {
        assertThat(Markup.findings("<main class=\"a\">" + bad + "</main>")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- <p style='color:red'> -->",
                "<script type=\"application/json\" id=\"data\" th:text=\"${json}\">{}</script>",
                "<script th:src=\"@{/assets/app.js}\" defer></script>",
                "<p th:text=\"${a > b and c < d}\" class=\"style\" data-on=\"1\">on click = style</p>",
                "<th:block th:utext=\"${@icons.of({'A':'circle-check'}[name] ?: 'clock')}\">",
                "<meta name=\"htmx-config\" content='{\"allowEval\":false,\"code\":\"...\"}'>",
                "<a th:href=\"@{/boards/{p}(p=${p})}\" hx-get=\"/x\" th:classappend=\"${one} ? 'a'\">",
                "<html xmlns:th=\"http://www.thymeleaf.org\" th:lang=\"${lang}\">",
                "<td colspan=\"2\"><progress max=\"100\" value=\"3\"></progress>"
            })
    void what_may_be_in_a_template_is_not(String good) {
        assertThat(Markup.findings("<main class=\"a\">" + good + "</main>")).isEmpty();
    }

    @Test
    void keys_are_found_however_they_are_written() {
        assertThat(Markup.keys("""
                        <p th:text="#{start.title}">#{not.in.an.attribute}</p>
                        <p th:text="#{start.days(${left}, ${a.b()})}" th:title="#{ board.row }">
                        <p th:text="#{|state.${claim.state}|}"></p><p th:text="#{'kind.' + ${k}}"></p>
                        <p th:text="#{state.__${claim.state}__}"></p><p th:text="#{${key}}"></p>
                        <p th:text="${#messages.msg('called.key', a)}"></p>
                        <p th:text="${a ? f.text('f.one') : f.text('f.two', b)}" th:title="${f.text('f.' + c)}"></p>
                        """))
                .containsExactly(
                        "start.title",
                        "not.in.an.attribute",
                        "start.days",
                        "board.row",
                        "state.*",
                        "kind.*",
                        "state.*",
                        "called.key",
                        "f.one",
                        "f.two",
                        "f.*");
    }
}
