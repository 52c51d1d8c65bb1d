package org.cadreledger.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ledger.security.*}
 *
 * @param bootstrapPassword of the user {@code admin} when there is none yet; null for a random one, printed once
 * @param tokenLifetime how long a token is valid
 * @param passwordMemoryKib memory of one password's hash in KiB
 * @param passwordPasses times that a hash goes over it
 */
@ConfigurationProperties("ledger.security")
record SecuritySettings(
        @Nullable String bootstrapPassword,
        @DefaultValue("12h") Duration tokenLifetime,
        @DefaultValue("12288") int passwordMemoryKib,
        @DefaultValue("3") int passwordPasses) {}
