package thetascan.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a component {@code Map<String, Double>} of a record of settings that it holds the options of what another
 * component names. In scan files both stand in a section of their own, {@code optimiser: {name: cma-es, sigma0: 0.3}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OptionsOf {

    /**
     * The component that names what has the options.
     *
     * @return its name; it is of type String
     */
    String value();

    /**
     * Whether the options stand beside the name instead: {@code detector: knn, neighbours: 15}.
     *
     * @return true if there is no section of their own
     */
    boolean beside() default false;
}
