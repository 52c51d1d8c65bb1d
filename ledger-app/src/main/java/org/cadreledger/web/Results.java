package org.cadreledger.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/**
 * Answer of a call that does many things one by one.
 *
 * @param busy whether one was refused only because the server was busy
 */
public record Results(List<Result> results, @JsonIgnore boolean busy) {

    /**
     * One of them.
     *
     * @param status state that it is in now, or REFUSED
     * @param problem null when it was done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            String cadreId,
            @Nullable String claimId,
            @Nullable String deductionId,
            @Nullable Points points,
            String status,
            @Nullable ProblemDocument problem) {}
}
