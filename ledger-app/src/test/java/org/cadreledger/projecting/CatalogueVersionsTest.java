package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.catalogue.CatalogueVersions;
import org.cadreledger.catalogue.versions.FoldedVersions;
import org.cadreledger.facts.Streams;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueVersionsTest extends ReadSideFixture {
    private static final Month MARCH = new Month(2026, 3);

    private static CatalogueDrafted draft(int version, @Nullable String jurisdiction) {
        return new CatalogueDrafted(
                version, jurisdiction, List.of(new Catalogue.BaseItem("P1", Points.of(100))), Points.of(10), List.of());
    }

    private static List<Integer> numbers(List<CatalogueVersions.Version> versions) {
        return versions.stream().map(version -> version.catalogue().version()).toList();
    }

    @Test
    void every_version_says_who_drafted_and_published_it_and_drafts_are_among_them() {
        county.catalogue();
        CatalogueVersions versions = new FoldedVersions(folds);
        assertThat(numbers(versions.all(null))).containsExactly(1);

        county.append("hu", Streams.CATALOGUE, draft(2, "ly"));
        county.append("hu", Streams.CATALOGUE, draft(3, "hn"));
        county.append("hu", Streams.CATALOGUE, draft(4, null));
        long published = county.append("gao", Streams.CATALOGUE, new CataloguePublished(2, "ly", MARCH));

        assertThat(numbers(versions.all(null))).containsExactly(4, 3, 2, 1);
        assertThat(numbers(versions.all("ly"))).containsExactly(4, 2, 1);
        CatalogueVersions.Version second = versions.find(2).orElseThrow();
        assertThat(second.effectiveFrom()).isEqualTo(MARCH);
        assertThat(second.isDraft()).isFalse();
        assertThat(second.drafted().by()).isEqualTo("hu");
        assertThat(second.published()).isNotNull().extracting("by", "position").containsExactly("gao", published);
        assertThat(versions.find(4).orElseThrow().isDraft()).isTrue();
        assertThat(versions.find(5)).isEmpty();
        assertThat(versions.inForce(MARCH, "ly").orElseThrow()).isEqualTo(second);
        assertThat(versions.inForce(MARCH, null).orElseThrow().catalogue().version())
                .isEqualTo(1);
        assertThat(versions.inForce(MARCH.previous(), "ly")
                        .orElseThrow()
                        .catalogue()
                        .version())
                .isEqualTo(1);
    }
}
