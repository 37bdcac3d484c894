using System.Globalization;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

/// <summary>
/// A kind of aspect as it is set in the console, all of it in one file: its fields, what the list says of it, and an aspect from the fields
/// and back. Its rules are Core's (<c>Scoring.Core/Marking</c>).
/// </summary>
public abstract class KindForm
{
    public abstract Type Record { get; }

    /// <summary>分值, 公差…</summary>
    public abstract string Name { get; }

    /// <summary>One sentence: what it is for.</summary>
    public abstract string Help { get; }

    /// <summary>Sentences that Core computes, of what might be entered.</summary>
    public abstract IReadOnlyList<string> Example(Trade trade, Aspect aspect);

    /// <summary>Besides what every aspect has.</summary>
    public abstract IReadOnlyList<KindField> Fields { get; }

    /// <summary>What the list says of an aspect beside its kind.</summary>
    public abstract string Setting(Aspect aspect);

    /// <summary>What stands in the fields of an aspect of this kind, by their names.</summary>
    public abstract IReadOnlyDictionary<string, string> Written(Aspect aspect);

    /// <summary>The aspect; what cannot be read is noted by <paramref name="typed"/>.</summary>
    public abstract Aspect Read(AspectHead head, KindFields typed);
}

public abstract class KindForm<T> : KindForm where T : Aspect
{
    public sealed override Type Record => typeof(T);

    protected abstract string Setting(T aspect);

    /// <summary>What might be entered, as it would be typed.</summary>
    protected abstract IEnumerable<string> Samples(T aspect);

    protected virtual IReadOnlyList<string> Example(Trade trade, T aspect) =>
        [.. Samples(aspect).Distinct(StringComparer.Ordinal).Select(s => $"填 {s}：{AspectForm.Try(aspect, s)}")];

    public sealed override IReadOnlyList<string> Example(Trade trade, Aspect aspect) => Example(trade, (T)aspect);

    protected abstract IReadOnlyDictionary<string, string> Written(T aspect);

    public sealed override string Setting(Aspect aspect) => Setting((T)aspect);

    public sealed override IReadOnlyDictionary<string, string> Written(Aspect aspect) => Written((T)aspect);

    protected static string Plain(decimal? value) => value is { } v ? Core.Marking.Words.Plain(v) : "";

    protected static string Pairs(IEnumerable<(decimal Left, decimal Right)> pairs) =>
        string.Join('\n', pairs.Select(p => $"{Plain(p.Left)}={Plain(p.Right)}"));
}

/// <summary>What every aspect has.</summary>
public sealed record AspectHead(AspectId Id, string Text, decimal FullMark, string? Hint, IReadOnlyList<string>? Reasons);

/// <param name="Name">One of the constants below: the same part of two kinds has one name, and one column in a workbook.</param>
/// <param name="Standard">What stands there until something is typed.</param>
/// <param name="Choices">Keys and words; null: typed.</param>
public sealed record KindField(
    string Name, string Label, KindInput Input = KindInput.Figure, string Standard = "",
    IReadOnlyList<(string Key, string Words)>? Choices = null)
{
    public const string First = "First", Unit = "Unit", Decimals = "Decimals", Lines = "Lines", Better = "Better", Take = "Take",
        Base = "Base",
        By = "By", Off = "Off", Per = "Per", Scope = "Scope", Precision = "Precision";
}

public enum KindInput { Figure, Text, Lines, Choice }

/// <summary>The fields of one kind or rule as they were typed. Reads go on after a fault; the first is told.</summary>
public sealed class KindFields(IReadOnlyList<KindField> fields, Func<string, string?> typed)
{
    /// <summary>Null: everything could be read.</summary>
    public string? Fault { get; private set; }

    public string Text(string name) => Of(name) is { Length: > 0 } text ? text : Field(name).Standard;

    public decimal? FigureIfAny(string name) => Text(name).Length == 0 ? null : Figure(name);

    public decimal Figure(string name) => Number(Text(name)) ?? Refuse<decimal>($"{Field(name).Label}请填数字");

    public T Choice<T>(string name) where T : struct, Enum =>
        Enum.TryParse<T>(Text(name), ignoreCase: true, out var value) ? value : Refuse<T>($"请选择{Field(name).Label}");

    public List<string> Lines(string name) =>
        [.. Of(name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <param name="how">What to write, if it cannot be read.</param>
    public IReadOnlyList<(decimal Left, decimal Right)> Pairs(string name, string how)
    {
        var read = Lines(name).Select(l => l.Split(['=', '＝'], 2) is [var left, var right] && Number(left) is { } a
            && Number(right) is { } b
            ? (a, b) : ((decimal, decimal)?)null).ToList();
        return read.Count == 0 || read.Contains(null)
            ? Refuse<List<(decimal, decimal)>>(how) ?? [] : [.. read.OfType<(decimal, decimal)>()];
    }

    public T? Refuse<T>(string why)
    {
        Fault ??= why;
        return default;
    }

    public static decimal? Number(string? text) => decimal.TryParse(
        text?.Normalize(System.Text.NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
        CultureInfo.InvariantCulture, out var value) ? value : null;

    private KindField Field(string name) => fields.First(f => f.Name == name);

    private string Of(string name) => (typed(name) ?? "").Trim();
}

/// <summary>A field on the page, under its full name.</summary>
public sealed record KindFieldShown(string Name, KindField Field, string Value);
