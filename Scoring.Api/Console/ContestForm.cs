using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

/// <summary>Between the form of 竞赛设置 and the contest's definition; the short form of a new contest fills some of it. Lists are a line each, days are written 2026-04-23.</summary>
public sealed partial record ContestForm(
    string? Name, string? Series, string? Edition, string? Level, string? Hosts, string? Organizers, string? CoOrganizers, string? Issuers, string? Date, string? LastDate,
    string? Venue, string? City, string? TimeZone, string? Holidays, string? ExtraWorkdays, string? CertificatePrefix, string? Contact, string? TradeWord = null,
    string? Tags = null, string? Salutation = null)
{
    /// <summary>称呼 on certificates to choose from.</summary>
    public static IReadOnlyList<(string Value, string Words)> Salutations { get; } =
        [("", "同志"), (nameof(Core.Definition.Salutation.ByGender), "先生、女士（按性别）"), (nameof(Core.Definition.Salutation.Student), "同学"), (nameof(Core.Definition.Salutation.None), "不写")];

    public static ContestForm Of(Competition c) => new(
        c.Name, c.Series, c.Edition?.ToString(CultureInfo.InvariantCulture), c.Level, Lines(c.Hosts), Lines(c.Organizers), Lines(c.CoOrganizers), Lines(c.Issuers), Day(c.Date),
        Day(c.LastDate), c.Venue, c.City, c.TimeZone ?? Competition.UsualTimeZone, Days(c.Holidays), Days(c.ExtraWorkdays), c.CertificatePrefix, c.Contact, Core.Definition.TradeWord.Of(c),
        TagLines.Write(c.Tags), c.Salutation?.ToString() ?? "");

    /// <summary>What a new contest says of itself; what the form leaves blank stays as the template or last year's has it.</summary>
    public (Competition? Contest, string? Fault) ReadShort(Competition before)
    {
        var (first, wrong) = ReadDay(Date);
        return string.IsNullOrWhiteSpace(Name) ? (null, "请填写比赛的全称。")
            : wrong ? (null, $"日期“{Date?.Trim()}”读不懂，请写成 2026-04-23。")
            : (before with
            {
                Name = Name.Trim(), NameLines = null, Demo = false, Date = first ?? before.Date, Venue = Text(Venue) ?? before.Venue, Hosts = ReadLines(Hosts) ?? before.Hosts,
                Issuers = ReadLines(Issuers) ?? before.Issuers,
            }, null);
    }

    public (Competition? Contest, string? Fault) Read(Competition before)
    {
        int? edition = null;
        if (Text(Edition) is { } written)
        {
            if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return (null, $"届次“{written}”应为数字，例如 1。");
            }

            edition = number;
        }

        var (tags, wrong) = Tags is null ? (before.Tags, null) : TagLines.Read(Tags);
        if (wrong is not null)
        {
            return (null, wrong + "。");
        }

        List<DateOnly> holidays = [], workdays = [];
        DateOnly? first = null, last = null;
        foreach (var (what, text, into) in ((string, string?, Action<DateOnly>)[])
            [("日期", Date, d => first = d), ("最后一天", LastDate, d => last = d), ("放假的工作日", Holidays, holidays.Add), ("调休上班的周末", ExtraWorkdays, workdays.Add)])
        {
            foreach (var word in Words().Split((text ?? "").Normalize(NormalizationForm.FormKC)).Where(w => w.Length > 0))
            {
                if (ReadDay(word).Day is not { } day)
                {
                    return (null, $"{what}“{word}”读不懂，请写成 2026-04-23，几天用空格隔开。");
                }

                into(day);
            }
        }

        return (before with
        {
            Name = Text(Name) ?? "", Series = Text(Series), Edition = edition, Level = Text(Level), Hosts = ReadLines(Hosts), Organizers = ReadLines(Organizers),
            CoOrganizers = ReadLines(CoOrganizers), Issuers = ReadLines(Issuers), Date = first, LastDate = last == first ? null : last, Venue = Text(Venue), City = Text(City),
            TimeZone = Text(TimeZone) is { } zone && zone != Competition.UsualTimeZone ? zone : null, Holidays = Some(holidays), ExtraWorkdays = Some(workdays),
            CertificatePrefix = Text(CertificatePrefix), Contact = Text(Contact),
            Tags = Core.People.Tags.Same(tags, before.Tags) ? before.Tags : tags,
            Salutation = Salutation is null ? before.Salutation : Enum.TryParse<Core.Definition.Salutation>(Salutation, out var rule) ? rule : null,
            TradeWord = TradeWord is null ? before.TradeWord : Text(TradeWord) is { } said && said != Core.Definition.TradeWord.Usual ? said : null,
        }, null);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IReadOnlyList<string>? ReadLines(string? text) =>
        Some((text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<T>? Some<T>(IReadOnlyList<T> items) => items.Count == 0 ? null : items;

    private static (DateOnly? Day, bool Wrong) ReadDay(string? text)
    {
        var plain = (text ?? "").Normalize(NormalizationForm.FormKC).Trim();
        return plain.Length == 0 ? (null, false)
            : DateOnly.TryParseExact(plain, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, false)
            : (null, true);
    }

    private static readonly string[] Written = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    private static string Lines(IReadOnlyList<string>? lines) => string.Join('\n', lines ?? []);

    private static string Days(IReadOnlyList<DateOnly>? days) => string.Join(' ', (days ?? []).Select(d => Day(d)));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"[\s、,;；，]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
