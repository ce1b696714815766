import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;

/**
 * Turns the report's templates into Java: run by the build before it compiles, so that no template is read, parsed or
 * compiled when a report is written.
 */
final class GenerateTemplates {
    private GenerateTemplates() {}

    /** Arguments: the folder of the templates, and the one for the Java made of them. */
    public static void main(String[] args) {
        TemplateEngine engine = TemplateEngine.create(
                new DirectoryCodeResolver(Path.of(args[0])),
                Path.of(args[1]),
                ContentType.Html,
                null,
                "org.evenkeel.report.page");
        engine.setTrimControlStructures(true);
        engine.cleanAll();
        engine.generateAll();
    }
}
