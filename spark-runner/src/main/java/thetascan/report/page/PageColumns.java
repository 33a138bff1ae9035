package thetascan.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.constraint.Expression;
import thetascan.model.Model;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;

/**
 * What the page shows of a point: every parameter first, then the observables that were asked for and those that
 * constraints look at.
 *
 * @param names      of the columns of a catalogue
 * @param quantities what they are, in the same order
 */
record PageColumns(List<String> names, List<Quantity> quantities) {

    /** Most columns; what was asked for is there in any case. */
    private static final int MOST = 70;

    PageColumns {
        names = List.copyOf(names);
        quantities = List.copyOf(quantities);
    }

    /**
     * @param config of the scan
     * @param asked  columns that must be there
     * @throws PointFileException if there is no such column
     */
    static PageColumns of(ScanConfig config, Collection<String> asked) {
        Model model = config.model();
        Map<String, Quantity> columns = new LinkedHashMap<>();
        for (Parameter parameter : config.space().parameters())
            columns.put(Prefix.INPUT.of(parameter.name()), parameter.quantity());
        Set<String> judged = new LinkedHashSet<>();
        for (Constraint constraint : config.constraints().constraints()) {
            for (String text : constraint.rule().expressions()) {
                Expression.parse(text).names().forEach(name -> judged.add(Prefix.OBSERVABLE.of(name)));
            }
        }
        Set<String> missing = new LinkedHashSet<>(asked);
        missing.removeAll(columns.keySet());
        for (Quantity quantity : model.observables()) {
            String name = Prefix.OBSERVABLE.of(quantity.name());
            boolean isAsked = missing.remove(name);
            if (isAsked || (judged.contains(name) && !quantity.isChoice() && columns.size() < MOST))
                columns.put(name, quantity);
        }
        if (!missing.isEmpty()) {
            throw new PointFileException(missing.iterator().next()
                    + ": is no column of the points; inputs begin with in_, observables with obs_, and 'thetascan models "
                    + model.name() + "' lists them");
        }
        return new PageColumns(new ArrayList<>(columns.keySet()), new ArrayList<>(columns.values()));
    }

    int size() {
        return names.size();
    }
}
