namespace Scoring.Display.Certificates.Layout;

/// <summary>Engine turning (机刻花纹) and graduations as vectors: the frames of a certificate and its rose ground. A4 landscape is scaled to the page.</summary>
internal static class Ornaments
{
    private const string Red = "#9d1219", Cream = "#fffdf5", Gold = "#d9a94a", FineGold = "#e9c06a", CornerGold = "#f0cf7f", DarkGold = "#b8862f", Graphite = "#2b2b2b";
    private const double Edge = 7, Band = 9.5;
    private static readonly (double Mean, double Swing, int Petals)[] Rings = [(17, 7, 18), (33, 8, 30), (52, 10, 40)];

    /// <summary>Red bands with six interlaced gold waves, roses in the corners, a fret line inside. Nothing within 7 mm of the edge: printers cannot reach it.</summary>
    public static IEnumerable<Placed> Festive(string id, double width, double height)
    {
        var (right, bottom) = (width - Edge, height - Edge);
        var inner = Edge + Band;
        var (across, down) = (width - (2 * inner), height - (2 * inner));
        yield return new PlacedPath(id, new PathData().Rectangle(Edge, Edge, width - (2 * Edge), height - (2 * Edge)), Red);
        yield return new PlacedPath(id, new PathData().Rectangle(inner, inner, across, down), Cream);
        yield return Waves(id, across, [Transform.Translate(inner, Edge), Transform.Translate(inner, bottom - Band)]);
        yield return Waves(id, down, [Transform.Turn(90, inner, inner), Transform.Turn(90, right, inner)]);
        yield return Borders(id, width, height, 0.9, Edge, inner);
        yield return Borders(id, width, height, 0.2, Edge + 1, inner - 1);

        var half = Band / 2;
        Transform[] corners =
        [
            Transform.Translate(Edge + half, Edge + half), Transform.Translate(right - half, Edge + half),
            Transform.Translate(Edge + half, bottom - half), Transform.Translate(right - half, bottom - half),
        ];
        yield return new PlacedMotif(id, new PathData().Rectangle(-half, -half, Band, Band), Red, Gold, 0.6, corners);
        yield return new PlacedMotif(id, Petal(2.4, 1.5, 8), null, CornerGold, 0.16, [.. corners.SelectMany(corner => Turned(40, corner.E, corner.F))]);
        yield return new PlacedMotif(id, new PathData().Circle(0, 0, 4.2), null, CornerGold, 0.16, corners);
        yield return new PlacedMotif(id, new PathData().Circle(0, 0, 0.8), CornerGold, null, 0, corners);
        yield return new PlacedPath(id, Fret(width, height), null, DarkGold, 0.35);
    }

    /// <summary>A frame that is a millimetre rule: every fifth tick longer, every tenth longest.</summary>
    public static IEnumerable<Placed> Plain(string id, double width, double height)
    {
        const double Outer = 10, Inner = 14.2;
        yield return new PlacedPath(id, new PathData().Rectangle(Outer, Outer, width - (2 * Outer), height - (2 * Outer)), null, Graphite, 0.8);
        yield return new PlacedPath(id, new PathData().Rectangle(Inner, Inner, width - (2 * Inner), height - (2 * Inner)), null, Graphite, 0.25);
        var ticks = new PathData();
        for (var mm = 5; mm <= width - (2 * Outer) - 5; mm++)
        {
            ticks.Move(Outer + mm, Outer).Line(Outer + mm, Outer + Tick(mm)).Move(Outer + mm, height - Outer).Line(Outer + mm, height - Outer - Tick(mm));
        }

        for (var mm = 5; mm <= height - (2 * Outer) - 5; mm++)
        {
            ticks.Move(Outer, Outer + mm).Line(Outer + Tick(mm), Outer + mm).Move(width - Outer, Outer + mm).Line(width - Outer - Tick(mm), Outer + mm);
        }

        yield return new PlacedPath(id, ticks, null, Graphite, 0.16);

        static double Tick(int mm) => mm % 10 == 0 ? 3 : mm % 5 == 0 ? 2.1 : 1.3;
    }

    /// <summary>Three rings of a rose lathe around (x, y).</summary>
    public static IEnumerable<Placed> Guilloche(string id, double x, double y, string colour, double scale)
    {
        const int Copies = 6;
        foreach (var (mean, swing, petals) in Rings)
        {
            yield return new PlacedMotif(id, Petal(mean, swing, petals), null, colour, 0.14, Turned(petals * Copies, x, y, scale));
        }
    }

    /// <summary>One petal of r = mean + swing · cos(petals · θ); turned all the way round it is the whole rose.</summary>
    private static PathData Petal(double mean, double swing, int petals)
    {
        const int Points = 6;
        return PathData.Between([.. Enumerable.Range(-1, Points + 3).Select(i =>
        {
            var angle = 2 * Math.PI * i / (petals * Points);
            var radius = mean + (swing * Math.Cos(petals * angle));
            return (radius * Math.Cos(angle), radius * Math.Sin(angle));
        })]);
    }

    private static IReadOnlyList<Transform> Turned(int times, double x, double y, double scale = 1) =>
        [.. Enumerable.Range(0, times).Select(i => Transform.Turn(360.0 * i / times, x, y, scale))];

    /// <summary>Six sine waves, a sixth of a period apart, one period about as long as the band is wide; drawn period by period.</summary>
    private static PlacedMotif Waves(string id, double length, IEnumerable<Transform> bands)
    {
        const double Swing = 3.5;
        var periods = (int)Math.Round(length / Band);
        var period = length / periods;
        const int Points = 8;
        var path = new PathData();
        for (var strand = 0; strand < 6; strand++)
        {
            path.Add(PathData.Between([.. Enumerable.Range(-1, Points + 3).Select(i =>
                (X: period * i / Points, Y: (Band / 2) + (Swing * Math.Sin((2 * Math.PI * i / Points) + (Math.PI * strand / 3)))))]));
        }

        return new(id, path, null, FineGold, 0.11,
            [.. bands.SelectMany(band => Enumerable.Range(0, periods).Select(i => band with { E = band.E + (band.A * period * i), F = band.F + (band.B * period * i) }))]);
    }

    private static PlacedPath Borders(string id, double width, double height, double stroke, params ReadOnlySpan<double> insets)
    {
        var path = new PathData();
        foreach (var inset in insets)
        {
            path.Rectangle(inset, inset, width - (2 * inset), height - (2 * inset));
        }

        return new(id, path, null, Gold, stroke);
    }

    /// <summary>A line stepped in at the corners, with a small fret (回纹) in each.</summary>
    private static PathData Fret(double width, double height)
    {
        const double Inset = 20.5, Step = 3.5;
        var (right, bottom) = (width - Inset, height - Inset);
        var path = new PathData().Move(Inset + (2 * Step), Inset).Line(right - (2 * Step), Inset);
        Corner(right, Inset, -1, 1, endsVertical: true);
        path.Line(right, bottom - (2 * Step));
        Corner(right, bottom, -1, -1, endsVertical: false);
        path.Line(Inset + (2 * Step), bottom);
        Corner(Inset, bottom, 1, -1, endsVertical: true);
        path.Line(Inset, Inset + (2 * Step));
        Corner(Inset, Inset, 1, 1, endsVertical: false);
        path.Close();
        foreach (var (x, y, h, v) in (ReadOnlySpan<(double, double, int, int)>)[(Inset, Inset, 1, 1), (right, Inset, -1, 1), (Inset, bottom, 1, -1), (right, bottom, -1, -1)])
        {
            path.Move(x, y + (5.4 * v)).Line(x, y).Line(x + (5.4 * h), y).Line(x + (5.4 * h), y + (2.1 * v)).Line(x + (2.1 * h), y + (2.1 * v)).Line(x + (2.1 * h), y + (5.4 * v)).Close();
        }

        return path;

        void Corner(double x, double y, int h, int v, bool endsVertical)
        {
            if (endsVertical)
            {
                path.Line(x + (2 * Step * h), y + (Step * v)).Line(x + (Step * h), y + (Step * v)).Line(x + (Step * h), y + (2 * Step * v)).Line(x, y + (2 * Step * v));
            }
            else
            {
                path.Line(x + (Step * h), y + (2 * Step * v)).Line(x + (Step * h), y + (Step * v)).Line(x + (2 * Step * h), y + (Step * v)).Line(x + (2 * Step * h), y);
            }
        }
    }
}
