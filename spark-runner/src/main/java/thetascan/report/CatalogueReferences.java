package thetascan.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import thetascan.archive.NoveltySettings;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.Provenance;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.limit.Limit;
import thetascan.limit.LimitSource;
import thetascan.limit.hbdataset.HbDataset;
import thetascan.model.Model;
import thetascan.model.Reference;
import thetascan.novelty.Detectors;
import thetascan.optimiser.Optimisers;
import thetascan.quantity.Quantity;
import thetascan.search.Strategy;
import thetascan.table.Prefix;

/** The publications that the points of a catalogue rest on. */
public final class CatalogueReferences {

    private CatalogueReferences() {}

    /**
     * Collects program, model, constraints, the limits that were the most sensitive at some valid point, and algorithms.
     *
     * @param catalogue its points say which limits mattered
     * @param config of the scan
     * @return the publications in that order
     * @throws IOException if the points cannot be read
     */
    public static Bibliography of(Catalogue catalogue, ScanConfig config) throws IOException {
        Bibliography all = new Bibliography();
        all.add(
                "ThetaScan",
                "The ThetaScan developers, ThetaScan " + Provenance.programVersion()
                        + ": mapping the valid regions of beyond-the-Standard-Model parameter spaces",
                "",
                "program");
        all.add(
                new Reference(
                        "Romao:2024gjx",
                        "M. Crispim Romao, J. C. Romao, Combining evolutionary strategies and novelty detection to go beyond"
                                + " the alignment limit of the Z3 3HDM, Phys. Rev. D 109 (2024) 095040",
                        "arXiv:2402.07661"),
                "program");
        for (Reference reference : config.model().references()) all.add(reference, "model");
        for (Constraint constraint : config.constraints().constraints()) all.source(constraint.source());
        for (LimitSource limit : limits(catalogue, config)) {
            all.add(
                    limit.citeKey().isBlank() ? limit.label() : limit.citeKey(),
                    limit.experiment() + ", " + limit.process() + ", " + limit.reference(),
                    limit.reference(),
                    "limits");
        }
        for (String description : algorithms(config)) {
            String name = description.substring(0, description.indexOf(':'));
            if (description.contains("arXiv:")) all.add(name, description, description, "algorithms");
        }
        return all;
    }

    private static List<String> algorithms(ScanConfig config) {
        Set<String> names = new TreeSet<>();
        for (Strategy strategy : config.search().strategies().values()) names.add(strategy.optimiser());
        List<String> descriptions = new ArrayList<>();
        for (String name : names)
            descriptions.add(name + ": " + Optimisers.named(name).description());
        String detector = config.search().novelty().detector();
        if (!detector.equals(NoveltySettings.OFF)) {
            descriptions.add(detector + ": " + Detectors.named(detector).description());
        }
        return descriptions;
    }

    private static List<LimitSource> limits(Catalogue catalogue, ScanConfig config) throws IOException {
        Model model = config.model();
        List<Quantity> choices = model.observables().stream()
                .filter(quantity -> model.limitRatios().containsKey(quantity.name()))
                .toList();
        if (choices.isEmpty()) return List.of();
        Set<String> used = new TreeSet<>();
        List<String> columns = choices.stream()
                .map(quantity -> Prefix.OBSERVABLE.of(quantity.name()))
                .toList();
        catalogue.forEachValid(model, columns, codes -> {
            for (int i = 0; i < codes.length; i++) {
                if (!Double.isNaN(codes[i])) used.add(choices.get(i).meaning(codes[i]));
            }
        });
        Map<String, LimitSource> sources = new HashMap<>();
        List<Limit> limits =
                (config.limits().isEmpty() ? HbDataset.shipped() : HbDataset.read(Path.of(config.limits()))).limits();
        for (Limit limit : limits) sources.put(limit.source().label(), limit.source());
        return used.stream().filter(sources::containsKey).map(sources::get).toList();
    }
}
