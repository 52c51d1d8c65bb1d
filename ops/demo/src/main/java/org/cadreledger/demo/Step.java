package org.cadreledger.demo;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Calls that may run at the same time; a step begins when the one before has ended. */
sealed interface Step {
    String name();

    record Batch(String name, List<Call> calls) implements Step {}

    /** A call whose answer says what to do next. */
    record Answered(String name, Call first, Function<JsonNode, List<Call>> next) implements Step {}
}
