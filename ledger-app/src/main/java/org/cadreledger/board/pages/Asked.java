package org.cadreledger.board.pages;

import org.cadreledger.board.BoardList;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.Category;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a board is asked for in its address; empty is like left out, as forms send it so.
 *
 * @param group name of a ranking group, {@value #DEFAULT_GROUP} for the default one; null for all
 * @param page from 1
 * @param all every row on one page, for printing
 */
public record Asked(
        @Nullable String jurisdiction,
        @Nullable Category category,
        @Nullable Integer revision,
        @Nullable String group,
        @Nullable String unit,
        @Nullable String q,
        @Nullable BoardList list,
        @Nullable Integer page,
        @Nullable Boolean all) {
    static final String DEFAULT_GROUP = "*";
    /** Rows of a page. */
    static final int ROWS = 100;

    private static final int LAST_PAGE = 1_000_000;
    private static final int LONGEST = 200;

    public Asked {
        jurisdiction = filled(jurisdiction);
        group = filled(group);
        unit = filled(unit);
        q = filled(q);
        if (page != null && (page < 1 || page > LAST_PAGE)) {
            throw Refusal.field("page", "between", 1, LAST_PAGE);
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw Refusal.field("q", "too-long", LONGEST);
        }
        return text.strip();
    }

    Category categoryOrFirst() {
        return category == null ? Category.SECTION : category;
    }

    boolean isWhole() {
        return Boolean.TRUE.equals(all);
    }

    int from() {
        return isWhole() || page == null ? 0 : (page - 1) * ROWS;
    }

    int limit() {
        return isWhole() ? Integer.MAX_VALUE : ROWS;
    }

    Boards.Filter filter() {
        String named = DEFAULT_GROUP.equals(group) ? "" : group;
        return new Boards.Filter(q, unit, named, list);
    }

    boolean isNarrowed() {
        return group != null || unit != null || q != null || list != null;
    }

    /** The address of the same with another page; 1 for the first. */
    String page(Period period, int number) {
        return address(period).queryParam("page", number).encode().toUriString();
    }

    String whole(Period period) {
        return address(period).queryParam("all", true).encode().toUriString();
    }

    /** The whole board of another category or revision, without what narrows this one. */
    static String address(Period period, String jurisdiction, @Nullable Category category, @Nullable Integer revision) {
        return new Asked(jurisdiction, category, revision, null, null, null, null, null, null)
                .address(period)
                .encode()
                .toUriString();
    }

    private UriComponentsBuilder address(Period period) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/boards/" + period);
        add(address, "jurisdiction", jurisdiction);
        add(address, "category", category);
        add(address, "revision", revision);
        add(address, "group", group);
        add(address, "unit", unit);
        add(address, "q", q);
        add(address, "list", list);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            // a brace would be taken for a variable
            address.queryParam(name, value.toString().replace("{", "").replace("}", ""));
        }
    }
}
