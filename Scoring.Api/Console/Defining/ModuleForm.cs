using System.Globalization;
using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining;

/// <summary>Between the editor's fields and a module. Minutes on the page, seconds in the definition.</summary>
/// <param name="Overtime">3=1: up to 3 minutes over cost 1; the last line may be 以上=5.</param>
public sealed record ModuleForm(
    string? Name, string? FullMark, MarkingMethod Marking, PanelMethod Method, string? Drop, string? Smallest, string? Spread, string? Limit, bool Timed, string? Overtime)
{
    private const string Above = "以上";

    public static ModuleForm Of(Module m) => new(
        m.Name, Plain(m.FullMark), m.Marking, m.Panel?.Method ?? PanelMethod.Default, Plain(m.Panel?.DropEachSide ?? 1), Plain(m.Panel?.Smallest ?? 1), Plain(m.SpreadLimit),
        Plain(m.Time?.LimitSeconds / 60m), m.Time is not null,
        string.Join('\n', (m.Time?.Overtime ?? []).Select(b => $"{(b.UpToSeconds is { } s ? Plain(s / 60m) : Above)}={Plain(b.Deduction)}")));

    /// <summary>The module, or what is wrong with the fields.</summary>
    public (Module? Module, string? Fault) Read(Module old)
    {
        if (string.IsNullOrWhiteSpace(Name) || Number(FullMark) is not { } full)
        {
            return (null, string.IsNullOrWhiteSpace(Name) ? "请填写模块的名称" : "配分请填数字");
        }

        if (!Blank(Limit) && Number(Limit) is not (> 0 and < 10_000))
        {
            return (null, "限时请填分钟数，例如 120；不限时就空着");
        }

        if (!Blank(Spread) && Number(Spread) is null)
        {
            return (null, "极差限请填数字；不查就空着");
        }

        var bands = (Overtime ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Band).ToList();
        if (bands.Contains(null))
        {
            return (null, "超时扣分请每行写“分钟=扣分”，例如 3=1；最后一行可写 以上=5");
        }

        var rule = (old.Panel ?? new PanelRule()) with { Method = Method, DropEachSide = (int)(Number(Drop) ?? 1), Smallest = (int)(Number(Smallest) ?? 1) };
        var timed = Timed || !Blank(Limit) || bands.Count > 0;
        return (old with
        {
            Name = Name.Trim(), FullMark = full, Marking = Marking, SpreadLimit = Number(Spread),
            Panel = rule == new PanelRule() ? null : rule,
            Time = timed ? (old.Time ?? new TimeRule(null, null)) with
            {
                LimitSeconds = Number(Limit) is { } minutes ? (int)(minutes * 60) : null, Overtime = bands.Count == 0 ? null : [.. bands.OfType<OvertimeBand>()],
            } : null,
        }, null);
    }

    private static OvertimeBand? Band(string line) => line.Split(['=', '＝'], 2) is [var left, var right] && Number(right) is { } points
        ? left.Trim() == Above ? new OvertimeBand(null, points) : Number(left) is { } minutes ? new OvertimeBand((int)(minutes * 60), points) : null
        : null;

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Plain(decimal? value) => value?.Plain() ?? "";

    private static decimal? Number(string? text) =>
        decimal.TryParse(text?.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
