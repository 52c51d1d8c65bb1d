package org.cadreledger.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template must not contain: the content security policy forbids it, or it would come from elsewhere. */
final class Markup {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG =
            Pattern.compile("<([a-zA-Z][\\w:-]*)((?:\\s+|[^\\s\"'<>]+|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s\"'<>=]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'<>]+)))?");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b([^>]*)>(.*?)</script>", Pattern.DOTALL);

    private static final Set<String> LINKS = Set.of("src", "href", "action", "formaction", "srcset", "poster");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:https?:)?//.*", Pattern.DOTALL);

    /** Drawings of the program's own, the only markup that comes from an expression. */
    private static final Pattern ICON = Pattern.compile("\\$\\{@?icons\\.of\\(.*\\)\\}");

    private static final Pattern MESSAGE = Pattern.compile("#\\{\\s*([^}()]*?(?:\\$\\{[^}]*\\}[^}()]*?)*)\\s*[}(]");
    private static final Pattern TEXT_CALL =
            Pattern.compile("(?:#messages\\.msg|\\bf\\.text)\\(\\s*'([^']+)'\\s*([,)+])");
    private static final Pattern FIXED_START = Pattern.compile("[\\w.-]*");

    private Markup() {}

    /** Each in words; empty for a good template. */
    static List<String> findings(String template) {
        List<String> findings = new ArrayList<>();
        String html = COMMENT.matcher(template).replaceAll("");
        Matcher script = SCRIPT.matcher(html);
        while (script.find()) {
            if (!script.group(2).isBlank() && !script.group(1).contains("application/json")) {
                findings.add("<script> with content");
            }
        }
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            String name = tag.group(1).toLowerCase(Locale.ROOT);
            if (name.equals("style")) {
                findings.add("<style>");
            }
            Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
            while (attribute.find()) {
                check(name, attribute.group(1).toLowerCase(Locale.ROOT), value(attribute), findings);
            }
        }
        return findings;
    }

    private static String value(Matcher attribute) {
        for (int group = 2; group <= attribute.groupCount(); group++) {
            if (attribute.group(group) != null) {
                return attribute.group(group);
            }
        }
        return "";
    }

    private static void check(String tag, String attribute, String value, List<String> findings) {
        String plain = attribute.replaceFirst("^(?:data-)?th[:-]", "");
        String where = "<" + tag + " " + attribute + "=\"" + value + "\">";
        if (plain.startsWith("style") || plain.matches("on[a-z]+") || plain.startsWith("hx-on")) {
            findings.add("inline " + where);
        }
        if (plain.startsWith("attr") && value.matches("(?s)(?:.*,)?\\s*(?:style|on[a-z]+)\\s*=.*")) {
            findings.add("inline " + where);
        }
        if (value.trim().toLowerCase(Locale.ROOT).startsWith("javascript:") || value.startsWith("js:")) {
            findings.add("script in " + where);
        }
        if (plain.equals("utext") && !ICON.matcher(value).matches()) {
            findings.add("unescaped " + where);
        }
        if (LINKS.contains(plain) && ELSEWHERE.matcher(value.trim()).matches()) {
            findings.add("elsewhere: " + where);
        }
    }

    /**
     * Keys of messages that the template names, as they stand; one that goes on with an expression ends with {@code *}, one that
     * is an expression altogether is left out.
     */
    static List<String> keys(String template) {
        List<String> keys = new ArrayList<>();
        Matcher message = MESSAGE.matcher(template);
        while (message.find()) {
            String written = message.group(1).replaceFirst("^['|]", "");
            Matcher start = FIXED_START.matcher(written);
            String fixed = start.lookingAt() ? start.group().replaceFirst("__$", "") : "";
            boolean whole = start.end() == written.length();
            if (!fixed.isEmpty()) {
                keys.add(whole ? fixed : fixed + "*");
            }
        }
        Matcher call = TEXT_CALL.matcher(template);
        while (call.find()) {
            keys.add(call.group(2).equals("+") ? call.group(1) + "*" : call.group(1));
        }
        return keys;
    }
}
