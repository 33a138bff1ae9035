/** The page docs/validation.md, which tests print. */
@org.jspecify.annotations.NullMarked
package thetascan.validation;
