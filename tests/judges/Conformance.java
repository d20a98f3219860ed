// Asks the engine of veraPDF whether files conform: java -cp ENGINE Conformance.java 3a,ua1 FILE...
// Prints for each file and profile one line: profile, file, "passes" or the clauses that fail, separated by tabs.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Conformance {
    private static final String FOLDER = "org/verapdf/pdfa/validation/";
    private static final Map<String, String> PROFILES =
            Map.of("3a", "PDFA-3A.xml", "3u", "PDFA-3U.xml", "3b", "PDFA-3B.xml", "ua1", "PDFUA-1.xml");

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
            ValidationProfile profile = profile(PROFILES.get(name), flavour);
            for (int index = 1; index < arguments.length; index++) {
                System.out.println(name + "\t" + arguments[index] + "\t" + judged(arguments[index], flavour, profile));
            }
        }
    }

    private static String judged(String path, PDFAFlavour flavour, ValidationProfile profile) {
        try (InputStream bytes = new FileInputStream(path);
                PDFAParser file = Foundries.defaultInstance().createParser(bytes, flavour)) {
            ValidationResult result = Foundries.defaultInstance().createValidator(profile, false).validate(file);
            Set<String> failures = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failures.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber()
                            + " " + assertion.getMessage().replaceAll("\\s+", " "));
                }
            }
            if (result.isCompliant() && failures.isEmpty()) {
                return "passes";
            }
            return String.join("; ", failures);
        } catch (Throwable problem) {
            return "cannot be read: " + problem;
        }
    }

    /** Reads a profile with plain DOM: the engine's own reader is not in every build of it. */
    private static ValidationProfile profile(String file, PDFAFlavour flavour) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        InputStream stream = Conformance.class.getClassLoader().getResourceAsStream(FOLDER + file);
        Element root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : below(root, "rule")) {
            Element id = below(rule, "id").get(0);
            String deferred = rule.getAttribute("deferred");
            rules.add(Profiles.ruleFromValues(
                    Profiles.ruleIdFromValues(
                            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                            id.getAttribute("clause"),
                            Integer.parseInt(id.getAttribute("testNumber"))),
                    rule.getAttribute("object"),
                    deferred.isEmpty() ? null : Boolean.valueOf(deferred),
                    rule.getAttribute("tags"),
                    text(rule, "description"),
                    text(rule, "test"),
                    Profiles.errorFromValues(text(rule, "message"), Collections.emptyList()),
                    Collections.emptyList()));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : below(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                    variable.getAttribute("name"),
                    variable.getAttribute("object"),
                    text(variable, "defaultValue"),
                    text(variable, "value")));
        }
        return Profiles.profileFromValues(
                flavour, Profiles.profileDetailsFromValues(file, "", "", new Date(0)), "", rules, variables);
    }

    private static List<Element> below(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements;
    }

    private static String text(Element element, String name) {
        List<Element> found = below(element, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
