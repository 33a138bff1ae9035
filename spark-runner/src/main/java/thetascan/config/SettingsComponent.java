package thetascan.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import thetascan.option.OptionsOf;

/**
 * A component of a record of settings as scan files know it: one key, or a name with the options of what it names.
 *
 * @param component the component; of a name with options, that of the options
 * @param name      of a name with options, the component that holds the name
 */
record SettingsComponent(RecordComponent component, Optional<RecordComponent> name) {

    /** What scan files know of a record, in its order. */
    static List<SettingsComponent> of(Class<?> settings) {
        RecordComponent[] components = settings.getRecordComponents();
        Set<String> names = Arrays.stream(components)
                .filter(component -> component.isAnnotationPresent(OptionsOf.class))
                .map(component -> component.getAnnotation(OptionsOf.class).value())
                .collect(Collectors.toSet());
        List<SettingsComponent> all = new ArrayList<>();
        for (RecordComponent component : components) {
            OptionsOf options = component.getAnnotation(OptionsOf.class);
            if (options != null) {
                all.add(new SettingsComponent(component, Optional.of(named(components, options.value()))));
            } else if (!names.contains(component.getName())) {
                all.add(new SettingsComponent(component, Optional.empty()));
            }
        }
        return all;
    }

    private static RecordComponent named(RecordComponent[] components, String name) {
        return Arrays.stream(components)
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("options of '" + name + "', which is no component"));
    }

    /** The key: of a name with options, that of the name. */
    String key() {
        return key(name.orElse(component));
    }

    /** True for options that stand beside the name, not with it in a section of their own. */
    boolean beside() {
        return name.isPresent() && component.getAnnotation(OptionsOf.class).beside();
    }

    Type type() {
        return component.getGenericType();
    }

    Object value(Record settings) {
        return value(component, settings);
    }

    /** The name of a name with options. */
    String name(Record settings) {
        return (String) value(name.orElseThrow(), settings);
    }

    /** The options of a name with options. */
    @SuppressWarnings("unchecked")
    Map<String, Double> options(Record settings) {
        return (Map<String, Double>) value(settings);
    }

    /**
     * A record of the same class.
     *
     * @param values by the name of the component
     * @throws IllegalArgumentException if the record refuses one of them
     */
    static <R extends Record> R create(R like, Map<String, Object> values) {
        RecordComponent[] components = like.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components)
                .map(component -> values.get(component.getName()))
                .toArray();
        try {
            @SuppressWarnings("unchecked")
            Constructor<R> constructor = (Constructor<R>) like.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) throw refusal;
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component, Record owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code exchangeEvery} → {@code exchange_every}. */
    private static String key(RecordComponent component) {
        StringBuilder key = new StringBuilder();
        for (char c : component.getName().toCharArray()) {
            if (Character.isUpperCase(c)) key.append('_');
            key.append(Character.toLowerCase(c));
        }
        return key.toString();
    }
}
