package thetascan.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.search.SearchSetup;
import thetascan.spark.SearchRecipe;

/**
 * Makes the search of a configuration in another JVM.
 *
 * @param yaml  the configuration in full, {@link ScanConfig#toYaml}
 * @param files what programs of the model are made of, where the other JVM may be on another machine
 */
public record ConfigRecipe(String yaml, SentFiles files) implements SearchRecipe {

    /**
     * For a JVM on this machine.
     *
     * @param yaml the configuration in full
     */
    public ConfigRecipe(String yaml) {
        this(yaml, SentFiles.NONE);
    }

    /**
     * For JVMs on other machines, with the files of the model's programs.
     *
     * @param config the configuration
     * @return with all that is needed there
     */
    public static ConfigRecipe forOtherMachines(ScanConfig config) {
        return new ConfigRecipe(config.toYaml(), SentFiles.of(config.model()));
    }

    @Override
    public SearchSetup make() {
        List<Assignment> assignments = files.areHere()
                ? List.of()
                : List.of(Assignment.of("files", "model.sent", files.put().toString()));
        return ScanConfig.parse(yaml, "resolved configuration", assignments)
                .setup()
                .search();
    }

    /** The hashes of the files stand in the configuration. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConfigRecipe recipe && recipe.yaml.equals(yaml);
    }

    @Override
    public int hashCode() {
        return yaml.hashCode();
    }
}
