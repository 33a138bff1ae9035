package thetascan.constraint;

/**
 * One term d/(d + scale) of the ranking, d = distance of an expression from [lower, upper]. Ranking tells an optimiser
 * which of two invalid points is nearer; validity never depends on it.
 *
 * @param expression continuous observable or expression
 * @param lower      lower end, −∞ for none
 * @param upper      upper end, +∞ for none
 * @param scale      distance at which the term is 1/2, &gt; 0, in the unit of the expression
 */
public record RankingTerm(Expression expression, double lower, double upper, double scale) {

    /**
     * Checks the ends and the scale.
     *
     * @param expression continuous observable or expression
     * @param lower lower end, −∞ for none
     * @param upper upper end, +∞ for none
     * @param scale distance at which the term is 1/2, &gt; 0, in the unit of the expression
     * @throws IllegalArgumentException if they make no interval
     */
    public RankingTerm {
        new Interval(expression, lower, upper, scale); // the same rules, the same messages
    }

    /**
     * A term on an expression still to be read.
     *
     * @param expression its text
     * @param lower      lower end, −∞ for none
     * @param upper      upper end, +∞ for none
     * @param scale      distance at which the term is 1/2, &gt; 0, in the unit of the expression
     */
    public RankingTerm(String expression, double lower, double upper, double scale) {
        this(Expression.parse(expression), lower, upper, scale);
    }

    /**
     * A term with the {@linkplain Interval#defaultScale default scale}.
     *
     * @param expression its text
     * @param lower      lower end, −∞ for none
     * @param upper      upper end, +∞ for none
     */
    public RankingTerm(String expression, double lower, double upper) {
        this(expression, lower, upper, Interval.defaultScale(lower, upper));
    }

    Interval interval() {
        return new Interval(expression, lower, upper, scale);
    }
}
