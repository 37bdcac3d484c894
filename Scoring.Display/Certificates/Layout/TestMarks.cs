namespace Scoring.Display.Certificates.Layout;

/// <summary>What a test page for pre-printed paper shows beside the text (R-H3): rulers along two edges and crosses, so that the printer's shift can be read off in mm.</summary>
internal static class TestMarks
{
    private const string Ink = "#1c1512", Id = "test";
    private const double Edge = 10, Arm = 5;

    public static IEnumerable<Placed> For(CertificateTemplate template)
    {
        var path = new PathData();
        for (var mm = Edge; mm <= template.Width - Edge; mm++)
        {
            path.Move(mm, Edge).Line(mm, Edge + Tick(mm));
        }

        for (var mm = Edge; mm <= template.Height - Edge; mm++)
        {
            path.Move(Edge, mm).Line(Edge + Tick(mm), mm);
        }

        yield return new PlacedPath(Id, path, null, Ink, 0.1);

        var crosses = new PathData();
        foreach (var (x, y) in ((double, double)[])[(20, 20), (template.Width - 20, 20), (20, template.Height - 20), (template.Width - 20, template.Height - 20)])
        {
            crosses.Move(x - Arm, y).Line(x + Arm, y).Move(x, y - Arm).Line(x, y + Arm);
        }

        yield return new PlacedPath(Id, crosses, null, Ink, 0.2);

        static double Tick(double mm) => mm % 10 == 0 ? 4 : mm % 5 == 0 ? 3 : 2;
    }
}
