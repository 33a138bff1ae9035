package thetascan.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import thetascan.catalogue.Catalogue;
import thetascan.model.Model;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.table.PointFileException;
import thetascan.table.PointTable;

/** Points that somebody gives in a file. */
public final class InputPoints {

    private InputPoints() {}

    /**
     * Reads points. Free parameters must be among the columns; fixed ones may be.
     *
     * @param file  .csv or .parquet, a folder of Parquet files or of a scan; columns named as the parameters, with or without {@code in_}
     * @param model whose former names of parameters will do as well
     * @param space whose parameters are the columns
     * @return a row for each point, its columns in the order of the parameters
     * @throws PointFileException naming file, row and column, if one is missing or a value is no finite number
     */
    public static PointTable read(String file, Model model, ParameterSpace space) {
        return read(file, model, space, name -> false);
    }

    /**
     * Reads points and keeps other columns as they are, a benchmark's name for instance.
     *
     * @param file CSV, Parquet, or a folder of Parquet files or of a scan
     * @param model whose parameters the columns name
     * @param space fixes the parameters that have no column
     * @param kept names of columns to keep beside the points
     * @return the points in the order of the file
     */
    public static PointTable read(String file, Model model, ParameterSpace space, Predicate<String> kept) {
        List<PointTable.Wanted> columns = space.parameters().stream()
                .map(parameter -> column(parameter, model))
                .toList();
        return PointTable.read(Catalogue.pointsOf(file), columns, kept);
    }

    private static PointTable.Wanted column(Parameter parameter, Model model) {
        List<String> former = model.formerNames().entrySet().stream()
                .filter(entry -> entry.getValue().equals(parameter.name()))
                .map(Map.Entry::getKey)
                .toList();
        return new PointTable.Wanted(
                parameter.name(),
                former,
                parameter.isFixed() ? parameter.scale().first() : Double.NaN);
    }
}
