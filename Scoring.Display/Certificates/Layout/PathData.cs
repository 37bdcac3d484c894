using System.Runtime.InteropServices;

namespace Scoring.Display.Certificates.Layout;

/// <summary>A shape of lines and curves, in mm.</summary>
public sealed class PathData
{
    private readonly List<PathStep> steps = [];

    public IReadOnlyList<PathStep> Steps => steps;

    public PathData Move(double x, double y) => Step(new(PathStepKind.Move, 0, 0, 0, 0, x, y));

    public PathData Line(double x, double y) => Step(new(PathStepKind.Line, 0, 0, 0, 0, x, y));

    public PathData Curve(double x1, double y1, double x2, double y2, double x, double y) => Step(new(PathStepKind.Curve, x1, y1, x2, y2, x, y));

    public PathData Close() => Step(new(PathStepKind.Close, 0, 0, 0, 0, 0, 0));

    public PathData Rectangle(double x, double y, double width, double height) =>
        Move(x, y).Line(x + width, y).Line(x + width, y + height).Line(x, y + height).Close();

    public PathData Circle(double x, double y, double radius)
    {
        const double Kappa = 0.5522847498; // a quarter circle as one cubic curve
        var k = radius * Kappa;
        return Move(x + radius, y)
            .Curve(x + radius, y + k, x + k, y + radius, x, y + radius)
            .Curve(x - k, y + radius, x - radius, y + k, x - radius, y)
            .Curve(x - radius, y - k, x - k, y - radius, x, y - radius)
            .Curve(x + k, y - radius, x + radius, y - k, x + radius, y)
            .Close();
    }

    /// <summary>A smooth line through the points (Catmull-Rom), from the second to the last but one: the outermost only shape it.</summary>
    public static PathData Between(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new PathData().Move(points[1].X, points[1].Y);
        for (var i = 1; i < points.Count - 2; i++)
        {
            var (p0, p1, p2, p3) = (points[i - 1], points[i], points[i + 1], points[i + 2]);
            path.Curve(p1.X + ((p2.X - p0.X) / 6), p1.Y + ((p2.Y - p0.Y) / 6), p2.X - ((p3.X - p1.X) / 6), p2.Y - ((p3.Y - p1.Y) / 6), p2.X, p2.Y);
        }

        return path;
    }

    public PathData Add(PathData other)
    {
        steps.AddRange(other.steps);
        return this;
    }

    private PathData Step(PathStep step)
    {
        steps.Add(step);
        return this;
    }
}

public enum PathStepKind { Move, Line, Curve, Close }

/// <param name="X">End point; the other coordinates are the control points of a curve.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PathStep(PathStepKind Kind, double X1, double Y1, double X2, double Y2, double X, double Y);
