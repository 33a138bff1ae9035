package thetascan.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import thetascan.quantity.Suggestion;

/** The models on the class path, found by {@link ServiceLoader}. */
public final class Models {

    private Models() {}

    /** Every model, by name in alphabetical order. */
    public static Collection<Model> all() {
        return Collections.unmodifiableCollection(byName().values());
    }

    /** @throws IllegalArgumentException with a suggestion, if there is none of that name */
    public static Model named(String name) {
        Map<String, Model> models = byName();
        Model model = models.get(name);
        for (Model other : models.values()) {
            if (other.otherNames().contains(name)) model = other;
        }
        if (model == null) {
            String hint = Suggestion.hint(name, models.keySet());
            throw new IllegalArgumentException("unknown model '" + name + "'."
                    + (hint.isEmpty() ? " Known: " + String.join(", ", new ArrayList<>(models.keySet())) + "." : hint));
        }
        return model;
    }

    private static Map<String, Model> byName() {
        Map<String, Model> models = new TreeMap<>();
        for (Model model : ServiceLoader.load(Model.class, Models.class.getClassLoader())) {
            Model other = models.put(model.name(), model);
            if (other != null) {
                throw new IllegalStateException("two models are named " + model.name() + ": "
                        + other.getClass().getName() + ", " + model.getClass().getName());
            }
        }
        return models;
    }
}
