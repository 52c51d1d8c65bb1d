package org.cadreledger.web;

import java.util.function.Supplier;
import org.cadreledger.dispatch.CommandKey;
import org.springframework.http.ResponseEntity;

/**
 * Makes idempotency keys work for calls that are not one commit of the log: accounts, files, bulk calls. A call that was
 * interrupted is done again by its repeat; its single writes carry keys of their own or are repeats by their content.
 */
public interface KeyedRequests {
    /**
     * Does the call, or gives the first answer again with {@code Idempotency-Hit}.
     *
     * @param confidential the body holds a password: nothing is kept from which it could be guessed quickly
     * @throws org.cadreledger.refusal.Refusal IDEMPOTENCY_KEY_REUSED when the key came with another body before
     */
    ResponseEntity<Object> once(CommandKey key, boolean confidential, Supplier<ResponseEntity<Object>> call);
}
