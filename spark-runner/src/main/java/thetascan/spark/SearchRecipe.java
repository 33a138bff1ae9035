package thetascan.spark;

import java.io.Serializable;
import thetascan.search.SearchSetup;

/**
 * How another JVM makes the setup of a search. It travels instead of the setup, is made there once, and is told from
 * others by {@code equals}: a record does.
 */
@FunctionalInterface
public interface SearchRecipe extends Serializable {

    /**
     * Makes the setup.
     *
     * @return the same as in the JVM it comes from
     */
    SearchSetup make();
}
