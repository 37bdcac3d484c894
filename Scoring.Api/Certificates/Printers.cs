using System.Text.Json;
using Scoring.Core.Json;
using Scoring.Display.Certificates;

namespace Scoring.Api.Certificates;

/// <summary>Printers of this installation with their offsets for pre-printed paper (R-H3), in <c>printers.json</c>.</summary>
public sealed class Printers(string path)
{
    private const int LongestName = 40;
    private const double Farthest = 20; // mm; more is a wrong paper tray, not an offset
    private readonly Lock gate = new();

    public sealed record Printer(string Name, double X, double Y);

    public IReadOnlyList<Printer> All
    {
        get
        {
            lock (gate)
            {
                return File.Exists(path) ? JsonSerializer.Deserialize<List<Printer>>(File.ReadAllText(path), ScoringJson.Options) ?? [] : [];
            }
        }
    }

    /// <summary>No offset for a printer that is not known.</summary>
    public PrintOffset OffsetOf(string? name) => All.FirstOrDefault(printer => printer.Name == name) is { } known ? new(known.X, known.Y) : default;

    /// <returns>Why not, in Chinese; null: saved.</returns>
    public string? Save(string name, double x, double y)
    {
        if (name.Length is 0 or > LongestName)
        {
            return $"打印机名称请写 1 到 {LongestName} 个字。";
        }

        if (!(Math.Abs(x) <= Farthest && Math.Abs(y) <= Farthest))
        {
            return "偏移在 −20 到 20 毫米之间；差得更多时请检查纸盒和纸张大小。";
        }

        Change(all => [.. all.Where(printer => printer.Name != name), new(name, x, y)]);
        return null;
    }

    public void Remove(string name) => Change(all => [.. all.Where(printer => printer.Name != name)]);

    private void Change(Func<IReadOnlyList<Printer>, IReadOnlyList<Printer>> change)
    {
        lock (gate)
        {
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(change(All), ScoringJson.Options));
            File.Move(path + ".new", path, overwrite: true);
        }
    }
}
