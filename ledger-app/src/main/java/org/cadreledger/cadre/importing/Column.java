package org.cadreledger.cadre.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Columns of a register file, known by their headers in Chinese or English. */
enum Column {
    CADRE_ID("cadreId", true, "编号", "干部编号"),
    NAME("name", true, "姓名"),
    CATEGORY("category", true, "类别", "干部类别"),
    UNIT("unit", true, "单位", "工作单位"),
    POST("post", true, "职务"),
    RANK("rank", false, "职级"),
    GROUP("group", false, "组别", "分组"),
    REGISTERED_ON("registeredOn", true, "登记日期"),
    SINCE("since", false, "生效日期"),
    JURISDICTION("jurisdiction", false, "县", "管辖");

    /** Name of the field in {@code PUT /cadres}, also the English header. */
    final String field;

    final boolean required;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of texts
    private final List<String> headers;

    Column(String field, boolean required, String... chinese) {
        this.field = field;
        this.required = required;
        this.headers = List.of(chinese);
    }

    /** The header of an empty file. */
    String chinese() {
        return headers.getFirst();
    }

    /** By a header in any case, with white space and a note in brackets ignored: {@code 登记日期 (yyyy-MM-dd)}. */
    static Optional<Column> ofHeader(String header) {
        String bare =
                header.replaceAll("[((].*", "").replaceAll("[\\s\\u3000_]", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.headers.contains(bare)
                        || column.field.toLowerCase(Locale.ROOT).equals(bare))
                .findFirst();
    }
}
