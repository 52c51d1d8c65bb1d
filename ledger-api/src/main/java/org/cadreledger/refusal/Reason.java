package org.cadreledger.refusal;

import java.util.Locale;

/** Stable names of refusals: the last part of a problem's {@code type}, and its status. */
public enum Reason {
    MALFORMED_REQUEST(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    OTHER_JURISDICTION(403),
    NOT_FOUND(404),
    UNKNOWN_CADRE(404),
    UNKNOWN_CLAIM(404),
    UNKNOWN_DEDUCTION(404),
    UNKNOWN_ENTRY(404),
    UNKNOWN_JURISDICTION(404),
    UNKNOWN_CATALOGUE(404),
    UNKNOWN_OBJECTION(404),
    UNKNOWN_BOARD(404),
    UNKNOWN_FLAG(404),
    /** The same id with other content. */
    ID_TAKEN(409),
    /** Own claim, or the second step of what one did oneself. */
    FOUR_EYES(409),
    /** The claim, deduction, entry or objection is not in a state that allows it. */
    WRONG_STATE(409),
    MONTH_CLOSED(409),
    /** The rule was already used in the month, quarter or year in which it may be used once. */
    RULE_USED(409),
    PERIOD_NOT_ENDED(409),
    /** An earlier period of the kind, or a part of this one, is not that far yet. */
    PERIOD_ORDER(409),
    PERIOD_ALREADY_CLOSED(409),
    ALREADY_PUBLISHED(409),
    NOT_PUBLISHED(409),
    ALREADY_FINAL(409),
    /** Undecided claims or unconfirmed deductions. */
    CLOSING_BLOCKED(409),
    WINDOW_OPEN(409),
    OBJECTIONS_OPEN(409),
    /** An upheld objection or a reversal is not yet in a revision. */
    REVISION_NEEDED(409),
    CATALOGUE_PUBLISHED(409),
    /** No catalogue is in force in a month by which the period is scored. */
    NO_CATALOGUE(409),
    JURISDICTION_IN_USE(409),
    NO_OPEN_MONTH(409),
    CONCURRENT_CHANGE(503),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_CONTENT(422),
    IDEMPOTENCY_KEY_REUSED(422),
    TOO_MANY_ATTEMPTS(429),
    OVERLOADED(503),
    NOT_YET_VISIBLE(503),
    STORE_UNAVAILABLE(503);

    private final int status;

    Reason(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** For example {@code month-closed}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
