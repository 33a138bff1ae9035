package thetascan.config;

import thetascan.search.SearchSetup;
import thetascan.spark.SearchRecipe;

/**
 * Makes the search of a configuration in another JVM.
 *
 * @param yaml the configuration in full, {@link ScanConfig#toYaml}
 */
public record ConfigRecipe(String yaml) implements SearchRecipe {

    @Override
    public SearchSetup make() {
        return ScanConfig.parse(yaml, "resolved configuration").setup().search();
    }
}
