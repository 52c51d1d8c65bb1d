package org.cadreledger.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ArchiveConfigurationTest {
    private static MockEnvironment server(String uri) {
        return new MockEnvironment().withProperty("spring.mongodb.uri", uri);
    }

    @Test
    void an_archive_is_kept_beside_the_embedded_database_and_where_a_folder_is_given() {
        assertThat(ArchiveConfiguration.Wanted.isWanted(new MockEnvironment())).isTrue();
        assertThat(ArchiveConfiguration.Wanted.isWanted(server(" "))).isTrue();
        assertThat(ArchiveConfiguration.Wanted.isWanted(
                        server("mongodb://db").withProperty("ledger.archive.directory", "/backup")))
                .isTrue();
    }

    @Test
    void on_another_server_without_a_folder_none_is_kept() {
        assertThat(ArchiveConfiguration.Wanted.isWanted(server("mongodb://db"))).isFalse();
    }
}
