package org.cadreledger.chaos;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** The endless work of one desk: registers cadres and keeps their books. Each call can be done once those before it are. */
final class Books {
    static final List<String> COUNTIES = List.of("east", "north", "south", "west");
    static final String REVIEWER = "reviewer";
    static final String APPROVER = "approver";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Closed by nobody, and not in the future whatever the clock of a node says. */
    static final YearMonth MONTH = YearMonth.now(ZONE).minusMonths(1);

    private static final int DEDUCTIONS = 6;

    private final String run;
    private final String desk;
    private final String county;
    private final Queue<Call> next = new ArrayDeque<>();
    private int cadres;

    Books(String run, String desk, String county) {
        this.run = run;
        this.desk = desk;
        this.county = county;
    }

    static String clerk(String county) {
        return "clerk." + county;
    }

    Call next() {
        if (next.isEmpty()) {
            plan("c" + ++cadres);
        }
        return next.remove();
    }

    private void plan(String number) {
        String cadre = desk + "-" + number;
        String ledger = "/ledgers/" + cadre;
        add("register", REVIEWER, "PUT", "/cadres/" + cadre, particulars(cadre, "clerk"));
        String claim = ledger + "/claims";
        add(
                "claim",
                clerk(county),
                "POST",
                claim,
                "{\"claimId\":\"" + cadre + "-a\",\"month\":\"" + MONTH
                        + "\",\"rule\":\"A3\",\"matter\":\"grade of last year\",\"occurredOn\":\"" + MONTH
                        + "-02\",\"account\":\"was found excellent in the assessment\",\"evidence\":[]}");
        add("score", REVIEWER, "POST", claim + "/" + cadre + "-a/score", "{}");
        add("approve", APPROVER, "POST", claim + "/" + cadre + "-a/approve", "{}");
        for (int i = 1; i <= DEDUCTIONS; i++) {
            deduct(cadre, ledger, cadre + "-d" + i, i % 3 == 0);
            deductFromBase(ledger, cadre + "-b" + i, i % 2 == 0);
        }
        add("change", REVIEWER, "PUT", "/cadres/" + cadre, particulars(cadre, "head"));
    }

    private void deduct(String cadre, String ledger, String id, boolean wrongly) {
        add("deduct", REVIEWER, "POST", ledger + "/deductions", deduction(id, "\"rule\":\"N9\""));
        add("confirm", APPROVER, "POST", ledger + "/deductions/" + id + "/confirm", "{}");
        if (wrongly) {
            add("reverse", APPROVER, "POST", ledger + "/entries/" + id + "/reverse", "{\"reason\":\"a mistake\"}");
        }
    }

    private void deductFromBase(String ledger, String id, boolean confirmed) {
        add("base", REVIEWER, "POST", ledger + "/base-deductions", deduction(id, "\"item\":\"P1\",\"points\":0.25"));
        String path = ledger + "/deductions/" + id;
        if (confirmed) {
            add("confirm", APPROVER, "POST", path + "/confirm", "{}");
        } else {
            add("dismiss", APPROVER, "POST", path + "/dismiss", "{\"reason\":\"not so\"}");
        }
    }

    private static String deduction(String id, String what) {
        return "{\"deductionId\":\"" + id + "\",\"month\":\"" + MONTH + "\"," + what + ",\"matter\":\"matter of " + id
                + "\",\"occurredOn\":\"" + MONTH + "-03\",\"basis\":\"document " + id + "\"}";
    }

    private String particulars(String cadre, String post) {
        return particulars(cadre, county, post);
    }

    static String particulars(String cadre, String county, String post) {
        return "{\"name\":\"" + cadre + "\",\"jurisdiction\":\"" + county
                + "\",\"category\":\"SECTION\",\"unit\":\"office\",\"post\":\"" + post
                + "\",\"registeredOn\":\"2025-01-01\"}";
    }

    private void add(String kind, String user, String method, String path, String body) {
        String key = run + "/" + desk + "/" + kind + "/" + cadres + "/" + next.size();
        next.add(new Call(kind, user, method, path, body, key));
    }
}
