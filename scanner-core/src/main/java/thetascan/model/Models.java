package thetascan.model;

import java.util.List;
import thetascan.quantity.ColumnNames;
import thetascan.quantity.Quantity;
import thetascan.registry.Registry;

/** The models there are: those on the class path and those of a user's jars. */
public final class Models {

    private static final Registry<Model> REGISTRY = new Registry<>("model", Model.class, Model::name, List.of());

    private Models() {}

    /**
     * Every model, by name in alphabetical order.
     *
     * @return models of the class path and of the context class loader
     * @throws IllegalArgumentException if one cannot be made, or two have the same name
     */
    public static List<Model> all() {
        return REGISTRY.all();
    }

    /**
     * The model of a name.
     *
     * @param name of a model, or another name it answers to
     * @return that model
     * @throws IllegalArgumentException with a suggestion, if there is none of that name; or if two of its observables differ
     *     only in case
     */
    public static Model named(String name) {
        Model found = all().stream()
                .filter(model -> model.otherNames().contains(name))
                .findFirst()
                .or(() -> all().stream()
                        .flatMap(model -> model.sibling(name).stream())
                        .findFirst())
                .orElseGet(() -> REGISTRY.named(name));
        ColumnNames.requireDistinct(
                "observable", found.observables().stream().map(Quantity::name).toList());
        return found;
    }
}
