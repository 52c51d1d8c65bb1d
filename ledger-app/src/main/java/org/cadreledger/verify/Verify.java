package org.cadreledger.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Checks an export of the log (ops/export-format.md), and a published board against it, with nothing but Java: {@code java
 * Verify.java <folder or files> [--board <section.json> <reserve.json>] [--en | --zh]}. Ends with 0 when all is sound, else
 * with 1. Written from the published formats alone; shares no code with the server.
 */
public final class Verify {
    private static final Set<String> COMMIT_FIELDS =
            Set.of("_id", "position", "k", "bh", "answer", "by", "t", "keys", "events", "alg", "prev", "hash");
    private static final Set<String> EVENT_FIELDS =
            Set.of("id", "stream", "type", "seq", "name", "jurisdiction", "payload", "personalHash");

    /** Stands for a value that is not there; no text of an export can be this very object. */
    private static final String ABSENT = new String("-");

    private final Map<Long, Map<?, ?>> personal = new HashMap<>();
    private final List<Map<?, ?>> boards = new ArrayList<>();
    private String boardSeal = "";
    private boolean inLog;
    private boolean published;
    private boolean sealed;
    private long first;
    private long next;
    private long events;
    private long parts;
    private long time = Long.MIN_VALUE;
    private String head = "";

    private Verify() {}

    /**
     * What was found.
     *
     * @param from first position, 0 for nothing
     * @param to last position found sound
     * @param head its hash in hex
     * @param bad first position that is not sound; 0 for none
     * @param fault what is wrong, English and Chinese; empty when all is sound
     */
    public record Result(long from, long to, long events, long parts, String head, long bad, List<String> fault) {
        public boolean ok() {
            return fault.isEmpty();
        }
    }

    /** What can be wrong, in both languages. */
    private enum Words {
        NO_EXPORT("no export", "\u6ca1\u6709\u5bfc\u51fa\u6587\u4ef6"),
        WRONG_START("wrong start", "\u8d77\u70b9\u4e0d\u7b26"),
        THE_FILE_BEGINS_AT("the file begins at %s", "\u6587\u4ef6\u59cb\u4e8e %s"),
        THE_FILE_DOES_NOT_FOLLOW("the file does not follow", "\u6587\u4ef6\u4e0d\u8854\u63a5"),
        THE_CLOSING_LINE_IS_WRONG("the closing line is wrong", "\u7ed3\u5c3e\u884c\u4e0d\u7b26"),
        PERSONAL_PARTS_OF_OTHER_COMMITS(
                "personal parts of other commits", "\u4e2a\u4eba\u4fe1\u606f\u4e0d\u5c5e\u4e8e\u6b64\u6bb5"),
        PERSONAL_PARTS_ARE_MISSING("personal parts are missing", "\u4e2a\u4eba\u4fe1\u606f\u4e0d\u5168"),
        NOT_AN_EXPORT_OF_VERSION("not an export of version 1", "\u4e0d\u662f\u7b2c 1 \u7248\u5bfc\u51fa\u6587\u4ef6"),
        AN_UNKNOWN_FIELD("an unknown field", "\u672a\u77e5\u5b57\u6bb5"),
        THE_NUMBER_IS("the number is %s", "\u5e8f\u53f7\u4e3a %s"),
        UNKNOWN_ALGORITHM("unknown algorithm", "\u672a\u77e5\u7b97\u6cd5"),
        DOES_NOT_FOLLOW_THE_COMMIT_BEFORE(
                "does not follow the commit before", "\u4e0e\u524d\u4e00\u63d0\u4ea4\u4e0d\u8854\u63a5"),
        ITS_HASH_DOES_NOT_COVER_ITS_CONTENT(
                "its hash does not cover its content", "\u6563\u5217\u4e0e\u5185\u5bb9\u4e0d\u7b26"),
        EARLIER_THAN_THE_COMMIT_BEFORE("earlier than the commit before", "\u65e9\u4e8e\u524d\u4e00\u63d0\u4ea4"),
        ITS_KEYS_ARE_NOT_THOSE_OF_ITS_EVENTS(
                "its keys are not those of its events", "\u952e\u4e0e\u4e8b\u4ef6\u4e0d\u7b26"),
        THE_PERSONAL_PART_OF_EVENT_IS_NOT_THE_ONE_IT_WAS_WRITTEN_WITH(
                "the personal part of event %s is not the one it was written with",
                "\u4e8b\u4ef6 %s \u7684\u4e2a\u4eba\u4fe1\u606f\u4e0e\u6563\u5217\u4e0d\u7b26"),
        THE_LOG_HAS_NO_SUCH_PUBLICATION(
                "the log has no such publication",
                "\u65e5\u5fd7\u4e2d\u6ca1\u6709\u6b64\u699c\u5355\u7684\u53d1\u5e03"),
        THE_LOG_HAS_ANOTHER_SEAL_OR_NONE(
                "the log has another seal, or none",
                "\u65e5\u5fd7\u4e2d\u7684\u5c01\u7b7e\u4e0d\u540c\u6216\u7f3a\u5931"),
        TWO_BOARDS("two boards", "\u4e24\u4efd\u4e0d\u540c\u7684\u699c\u5355"),
        NOT_ALL_ROWS("not all rows", "\u884c\u4e0d\u5168"),
        THE_BOARDS_SEAL_DOES_NOT_COVER_ITS_CONTENT(
                "the board's seal does not cover its content",
                "\u699c\u5355\u5185\u5bb9\u4e0e\u5c01\u7b7e\u4e0d\u7b26"),
        NO_TEXT("no text %s", "\u7f3a\u5c11\u6587\u672c %s"),
        NO_NUMBER("no number %s", "\u7f3a\u5c11\u6570\u5b57 %s"),
        NO_LIST("no list %s", "\u7f3a\u5c11\u5217\u8868 %s"),
        CUT_OFF("cut off", "\u6587\u4ef6\u4e0d\u5b8c\u6574");

        private final String english;
        private final String chinese;

        Words(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient List<String> words;

        Fault(Words what, Object... which) {
            super(String.format(Locale.ROOT, what.english, which));
            words = List.of(String.valueOf(getMessage()), String.format(Locale.ROOT, what.chinese, which));
        }
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** The whole program but its end; returns the exit code. */
    public static int run(List<String> arguments, PrintStream out) {
        boolean chinese = !arguments.contains("--en")
                && (arguments.contains("--zh")
                        || Locale.getDefault().getLanguage().equals("zh"));
        List<Path> files = new ArrayList<>();
        List<Path> boards = new ArrayList<>();
        for (String each : arguments) {
            if (!each.startsWith("--")) {
                boolean ofBoard =
                        arguments.contains("--board") && arguments.indexOf(each) > arguments.indexOf("--board");
                (ofBoard ? boards : files).add(Path.of(each));
            }
        }
        if (files.isEmpty() || (arguments.contains("--board") && boards.size() != 2)) {
            out.println("verify <folder or files> [--board <section.json> <reserve.json>] [--en | --zh]");
            return 1;
        }
        Result found = check(files, boards);
        if (!found.ok()) {
            String what = found.fault().get(chinese ? 1 : 0);
            String where = found.bad() == 0 ? "" : (chinese ? "\u4f4d\u7f6e " : "position ") + found.bad() + ": ";
            out.println((chinese ? "\u4e0d\u7b26 \u2014 " : "NOT SOUND - ") + where + what);
            return 1;
        }
        String range = found.from() + "-" + found.to();
        out.println(
                chinese
                        ? "\u5b8c\u597d: \u63d0\u4ea4 " + range + ", \u4e8b\u4ef6 " + found.events()
                                + ", \u4e2a\u4eba\u4fe1\u606f " + found.parts() + ", \u672b\u5c3e\u6563\u5217 "
                                + found.head()
                        : "SOUND: commits " + range + ", events " + found.events() + ", personal parts " + found.parts()
                                + ", head " + found.head());
        if (found.from() > 1) {
            out.println(chinese ? "\u4e4b\u524d\u7684\u672a\u68c0\u67e5" : "what came before was not checked");
        }
        if (!boards.isEmpty()) {
            out.println(
                    chinese
                            ? "\u699c\u5355\u4e0e\u5176\u5c01\u7b7e\u548c\u65e5\u5fd7\u4e00\u81f4"
                            : "the board is the one that was published and sealed in this log");
        }
        return 0;
    }

    /**
     * Checks files of an export, or folders with them; never fails.
     *
     * @param boards the two answers of one board, both categories; empty for none
     */
    public static Result check(List<Path> paths, List<Path> boards) {
        Verify verify = new Verify();
        List<String> fault = List.of();
        try {
            verify.takeBoard(boards);
            verify.inLog = true;
            verify.takeFiles(paths);
            verify.inLog = false;
            verify.requirePublished();
        } catch (Fault e) {
            fault = e.words;
        } catch (IOException | RuntimeException e) {
            fault = List.of("cannot be read: " + e, "\u65e0\u6cd5\u8bfb\u53d6: " + e);
        }
        long at = verify.inLog ? Math.max(1, verify.next) : 0;
        long to = verify.first == 0 ? 0 : verify.next - 1;
        return new Result(verify.first, to, verify.events, verify.parts, verify.head, at, fault);
    }

    private void takeFiles(List<Path> paths) throws IOException, Fault {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> all = Files.list(path)) {
                    all.filter(file -> name(file).matches("(commits|tail)-\\d+-\\d+\\.jsonl(\\.gz)?"))
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        // by first position, the longest first; a shorter one of the same range says nothing new
        files.sort((one, other) -> number(name(one), 1) != number(name(other), 1)
                ? Long.compare(number(name(one), 1), number(name(other), 1))
                : Long.compare(number(name(other), 2), number(name(one), 2)));
        for (Path file : files) {
            if (next == 0 || number(name(file), 2) == 0 || number(name(file), 2) >= next) {
                takeFile(file);
            }
        }
        require(!files.isEmpty(), Words.NO_EXPORT);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static long number(String name, int part) {
        String[] parts = name.split("[-.]", -1);
        return parts.length > 3 && parts[part].matches("\\d{1,18}") ? Long.parseLong(parts[part]) : 0;
    }

    private void takeFile(Path file) throws IOException, Fault {
        personal.clear();
        Path sister = file.resolveSibling(name(file).replaceFirst("^(commits|tail)", "personal"));
        if (!sister.equals(file) && Files.exists(sister)) {
            takePersonal(sister);
        }
        try (BufferedReader lines = open(file)) {
            Map<?, ?> opening = opening(lines, "cadre-ledger-log");
            long from = whole(opening, "from");
            if (first == 0) {
                first = from;
                next = from;
                head = text(opening, "before");
                require(from > 1 || head.equals("0".repeat(64)), Words.WRONG_START);
            }
            require(from == next, Words.THE_FILE_BEGINS_AT, from);
            require(head.equals(text(opening, "before")), Words.THE_FILE_DOES_NOT_FOLLOW);
            long eventsBefore = events;
            Map<?, ?> line = object(lines);
            while (line.containsKey("_id")) {
                takeCommit(line);
                line = object(lines);
            }
            boolean same = whole(line, "to") == next - 1
                    && whole(line, "commits") == next - from
                    && whole(line, "events") == events - eventsBefore
                    && text(line, "head").equals(head);
            require(same && lines.readLine() == null, Words.THE_CLOSING_LINE_IS_WRONG);
            require(
                    personal.keySet().stream().allMatch(at -> from <= at && at < next),
                    Words.PERSONAL_PARTS_OF_OTHER_COMMITS);
        }
    }

    private void takePersonal(Path file) throws IOException, Fault {
        try (BufferedReader lines = open(file)) {
            opening(lines, "cadre-ledger-personal");
            long count = 0;
            Map<?, ?> line = object(lines);
            while (line.get("personal") instanceof Map<?, ?> ofCommit) {
                personal.put(whole(line, "_id"), ofCommit);
                count += ofCommit.size();
                line = object(lines);
            }
            require(whole(line, "parts") == count && lines.readLine() == null, Words.PERSONAL_PARTS_ARE_MISSING);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream plain = name(file).endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
    }

    private static Map<?, ?> opening(BufferedReader lines, String format) throws IOException, Fault {
        Map<?, ?> opening = object(lines);
        require(
                text(opening, "format").equals(format) && whole(opening, "version") == 1,
                Words.NOT_AN_EXPORT_OF_VERSION);
        return opening;
    }

    private void takeCommit(Map<?, ?> commit) throws Fault {
        require(COMMIT_FIELDS.containsAll(commit.keySet()), Words.AN_UNKNOWN_FIELD);
        long id = whole(commit, "_id");
        require(id == next, Words.THE_NUMBER_IS, id);
        require(text(commit, "alg").equals("SHA-256"), Words.UNKNOWN_ALGORITHM);
        require(text(commit, "prev").equals(head), Words.DOES_NOT_FOLLOW_THE_COMMIT_BEFORE);
        StringBuilder body = new StringBuilder();
        put(body, "SHA-256", Long.toString(id), Long.toString(whole(commit, "t")), text(commit, "k"));
        put(body, optional(commit, "bh"), optional(commit, "answer"), text(commit, "by"));
        List<?> keys = list(commit, "keys");
        put(body, Integer.toString(keys.size()));
        keys.forEach(key -> put(body, (String) key));
        List<?> all = list(commit, "events");
        put(body, Integer.toString(all.size()));
        Set<String> begun = new LinkedHashSet<>();
        List<String> expected = new ArrayList<>();
        for (Object each : all) {
            Map<?, ?> event = (Map<?, ?>) each;
            require(EVENT_FIELDS.containsAll(event.keySet()), Words.AN_UNKNOWN_FIELD);
            put(
                    body,
                    text(event, "id"),
                    text(event, "stream"),
                    text(event, "type"),
                    Long.toString(whole(event, "seq")));
            put(body, text(event, "name"), optional(event, "jurisdiction"), text(event, "payload"));
            put(body, optional(event, "personalHash"));
            if (begun.add(text(event, "stream"))) {
                expected.add(String.format(Locale.ROOT, "%s/%010d", text(event, "stream"), whole(event, "seq")));
            }
        }
        String hash = sha256(HexFormat.of().parseHex(head), body.toString());
        require(hash.equals(text(commit, "hash")), Words.ITS_HASH_DOES_NOT_COVER_ITS_CONTENT);
        require(whole(commit, "t") >= time, Words.EARLIER_THAN_THE_COMMIT_BEFORE);
        require(expected.equals(keys), Words.ITS_KEYS_ARE_NOT_THOSE_OF_ITS_EVENTS);
        takePersonal(id, all);
        takePublication(id, all);
        head = hash;
        time = whole(commit, "t");
        events += all.size();
        next++;
    }

    /** An erased part is no fault; a changed or an added one is. */
    private void takePersonal(long id, List<?> all) throws Fault {
        Map<?, ?> ofCommit = personal.getOrDefault(id, Map.of());
        for (Map.Entry<?, ?> each : ofCommit.entrySet()) {
            int index = Integer.parseInt((String) each.getKey());
            Map<?, ?> part = (Map<?, ?>) each.getValue();
            String hash = sha256(HexFormat.of().parseHex(text(part, "salt")), text(part, "json"));
            require(
                    index < all.size() && hash.equals(optional((Map<?, ?>) all.get(index), "personalHash")),
                    Words.THE_PERSONAL_PART_OF_EVENT_IS_NOT_THE_ONE_IT_WAS_WRITTEN_WITH,
                    index);
            parts++;
        }
    }

    /** Looks for the publication of the board in question, and for its seal after it. */
    private void takePublication(long id, List<?> all) throws Fault {
        if (boards.isEmpty()) {
            return;
        }
        Map<?, ?> board = boards.get(0);
        for (Object each : all) {
            Map<?, ?> event = (Map<?, ?>) each;
            String name = text(event, "name");
            if (!name.startsWith("period.board-")) {
                continue;
            }
            Map<?, ?> payload = new Json(text(event, "payload")).object();
            boolean same = text(payload, "jurisdiction").equals(text(board, "jurisdiction"))
                    && text(payload, "period").equals(text(board, "period"))
                    && whole(payload, "revision") == whole(board, "revision");
            published |= same && name.startsWith("period.board-published.") && id == whole(board, "position");
            sealed |= same
                    && name.startsWith("period.board-sealed.")
                    && whole(payload, "publishedPosition") == whole(board, "position")
                    && text(payload, "seal").equals(boardSeal);
        }
    }

    private void requirePublished() throws Fault {
        if (!boards.isEmpty()) {
            require(published, Words.THE_LOG_HAS_NO_SUCH_PUBLICATION);
            require(sealed, Words.THE_LOG_HAS_ANOTHER_SEAL_OR_NONE);
        }
    }

    /** Decision 0004. */
    private void takeBoard(List<Path> answers) throws IOException, Fault {
        if (answers.isEmpty()) {
            return;
        }
        for (Path answer : answers) {
            boards.add(new Json(Files.readString(answer)).object());
        }
        boards.sort((one, other) -> shown(other, "category").compareTo(shown(one, "category")));
        StringBuilder form = new StringBuilder("cadre-ledger-board 1\n");
        for (String field : List.of("jurisdiction", "period", "revision", "position")) {
            String value = shown(boards.get(0), field);
            require(value.equals(shown(boards.get(1), field)), Words.TWO_BOARDS);
            line(form, field, value);
        }
        for (Map<?, ?> board : boards) {
            require(!board.containsKey("next"), Words.NOT_ALL_ROWS);
            line(form, "category", text(board, "category"));
            for (Object each : list(board, "groups")) {
                Map<?, ?> group = (Map<?, ?>) each;
                Map<?, ?> cuts = inner(group, "cuts");
                Map<?, ?> tied = inner(group, "tiedAtCut");
                line(
                        form,
                        "group",
                        shown(group, "group"),
                        shown(group, "ranked"),
                        shown(cuts, "top"),
                        shown(cuts, "bottom"),
                        shown(tied, "top"),
                        shown(tied, "bottom"));
            }
            for (Object each : list(board, "rows")) {
                Map<?, ?> row = (Map<?, ?>) each;
                line(
                        form,
                        "row",
                        shown(row, "rank"),
                        text(row, "cadreId"),
                        shown(row, "unit"),
                        shown(row, "group"),
                        shown(row, "total"),
                        shown(row, "list"));
            }
            for (Object each : list(board, "notRanked")) {
                line(form, "not-ranked", text((Map<?, ?>) each, "cadreId"), text((Map<?, ?>) each, "reason"));
            }
        }
        boardSeal = sha256(new byte[0], form.toString());
        for (Map<?, ?> board : boards) {
            require(boardSeal.equals(text(board, "seal")), Words.THE_BOARDS_SEAL_DOES_NOT_COVER_ITS_CONTENT);
        }
    }

    private static void line(StringBuilder form, String... fields) {
        List<String> escaped = new ArrayList<>();
        for (String field : fields) {
            escaped.add(field.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r"));
        }
        form.append(String.join("\t", escaped)).append('\n');
    }

    /** A value in the text of a seal: absent is empty, a number as short as it can be. */
    private static String shown(Map<?, ?> object, String field) {
        Object value = object.get(field);
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    @SuppressWarnings("ReferenceEquality")
    private static void put(StringBuilder body, String... values) {
        for (String value : values) {
            if (value == ABSENT) {
                body.append("-:");
            } else {
                body.append(value.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(value);
            }
        }
    }

    private static String sha256(byte[] before, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void require(boolean holds, Words what, Object... which) throws Fault {
        if (!holds) {
            throw new Fault(what, which);
        }
    }

    private static String optional(Map<?, ?> object, String field) throws Fault {
        return object.containsKey(field) ? text(object, field) : ABSENT;
    }

    private static String text(Map<?, ?> object, String field) throws Fault {
        if (object.get(field) instanceof String text) {
            return text;
        }
        throw new Fault(Words.NO_TEXT, field);
    }

    private static long whole(Map<?, ?> object, String field) throws Fault {
        if (object.get(field) instanceof BigDecimal number && number.scale() == 0) {
            return number.longValueExact();
        }
        throw new Fault(Words.NO_NUMBER, field);
    }

    private static List<?> list(Map<?, ?> object, String field) throws Fault {
        if (object.get(field) instanceof List<?> list) {
            return list;
        }
        throw new Fault(Words.NO_LIST, field);
    }

    private static Map<?, ?> inner(Map<?, ?> object, String field) {
        return object.get(field) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    private static Map<?, ?> object(BufferedReader lines) throws IOException, Fault {
        String line = lines.readLine();
        require(line != null, Words.CUT_OFF);
        return new Json(line).object();
    }

    /** JSON: objects as maps without their nulls, a field twice is an error; numbers as decimals. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Map<?, ?> object() {
            space();
            Map<?, ?> object = members();
            space();
            if (at != text.length()) {
                throw wrong();
            }
            return object;
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("not JSON, character " + at);
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean skips(char expected) {
            space();
            boolean there = at < text.length() && text.charAt(at) == expected;
            at += there ? 1 : 0;
            return there;
        }

        private void expect(char expected) {
            if (!skips(expected)) {
                throw wrong();
            }
        }

        private Map<?, ?> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            Set<String> names = new LinkedHashSet<>();
            expect('{');
            if (skips('}')) {
                return members;
            }
            do {
                space();
                String name = string();
                expect(':');
                List<Object> value = value();
                if (!names.add(name)) {
                    throw wrong();
                }
                value.forEach(present -> members.put(name, present));
            } while (skips(','));
            expect('}');
            return members;
        }

        /** One value, or none for null. */
        private List<Object> value() {
            space();
            char begin = at < text.length() ? text.charAt(at) : 0;
            return switch (begin) {
                case '{' -> List.of(members());
                case '[' -> List.of(elements());
                case '"' -> List.of(string());
                default -> word();
            };
        }

        private List<Object> elements() {
            List<Object> elements = new ArrayList<>();
            expect('[');
            if (skips(']')) {
                return elements;
            }
            do {
                elements.addAll(value());
            } while (skips(','));
            expect(']');
            return elements;
        }

        private List<Object> word() {
            int start = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at);
            return switch (word) {
                case "null" -> List.of();
                case "true" -> List.of(true);
                case "false" -> List.of(false);
                default -> List.of(new BigDecimal(word));
            };
        }

        private String string() {
            expect('"');
            StringBuilder string = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '"') {
                char c = text.charAt(at++);
                string.append(c == '\\' ? escaped() : c);
            }
            expect('"');
            return string.toString();
        }

        private char escaped() {
            char kind = text.charAt(at++);
            if (kind == 'u') {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            int simple = "\"\\/bfnrt".indexOf(kind);
            if (simple < 0) {
                throw wrong();
            }
            return "\"\\/\b\f\n\r\t".charAt(simple);
        }
    }
}
