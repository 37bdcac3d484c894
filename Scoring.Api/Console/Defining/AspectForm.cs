// Between the editor's fields and an aspect: what every aspect has here, what its kind adds in Kinds.
using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining;

/// <param name="Kind">As in the competition file: points, binary, faults …</param>
/// <param name="Fields">What stands in the kind's own fields, by their names.</param>
public sealed record AspectForm(string Kind, string? Text, string? FullMark, string? Hint, string? Reasons, IReadOnlyDictionary<string, string> Fields)
{
    public static AspectForm Of(Aspect aspect)
    {
        var (key, form) = KindForms.Of(aspect);
        return new(key, aspect.Text, Words.Plain(aspect.FullMark), aspect.Hint, string.Join('\n', aspect.Reasons ?? []), form.Written(aspect));
    }

    /// <summary>As a browser sends it: a kind's own fields have its name before theirs, so that two kinds never share one.</summary>
    public static AspectForm From(IFormCollection form)
    {
        var kind = form[nameof(Kind)].ToString();
        return new(
            kind, form[nameof(Text)], form[nameof(FullMark)], form[nameof(Hint)], form[nameof(Reasons)],
            form.Where(f => f.Key.StartsWith(kind + ".", StringComparison.Ordinal)).ToDictionary(f => f.Key[(kind.Length + 1)..], f => f.Value.ToString()));
    }

    /// <summary>The fields of any kind: as they stand in this aspect, else the standard.</summary>
    public IEnumerable<KindFieldShown> Shown(string key, KindForm kind) =>
        kind.Fields.Select(f => new KindFieldShown($"{key}.{f.Name}", f, key == Kind ? Fields.GetValueOrDefault(f.Name) ?? "" : f.Standard));

    /// <summary>The aspect, or what is wrong with the fields.</summary>
    public (Aspect? Aspect, string? Fault) Read(AspectId id)
    {
        var text = Text?.Trim() ?? "";
        if (text.Length == 0 || KindFields.Number(FullMark) is not { } full)
        {
            return (null, text.Length == 0 ? "请填写评分点的名称" : "配分请填数字");
        }

        if (KindForms.Named(Kind) is not ({ } key, { } form) || key != Kind)
        {
            return (null, "请选择评分方式");
        }

        var reasons = (Reasons ?? "").Split(['\n', '；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var typed = new KindFields(form.Fields, name => Fields.GetValueOrDefault(name));
        var aspect = form.Read(new(id, text, full, string.IsNullOrWhiteSpace(Hint) ? null : Hint.Trim(), reasons.Length == 0 ? null : reasons), typed);
        return typed.Fault is { } fault ? (null, fault) : (aspect, null);
    }

    /// <summary>A trial figure through the aspect, in words (试算).</summary>
    public static string Try(Aspect aspect, string typed)
    {
        var entry = AspectWords.Fields(aspect) is not null ? Entry.Of(typed.Split(['、', '，', ',']).Select(t => t.Trim()).ToList())
            : KindFields.Number(typed) is { } number ? Entry.Of(number) : (Entry?)null;
        if (entry is not { } given)
        {
            return "请填数字";
        }

        if (AspectMarks.Check(aspect, given) is { } fault)
        {
            return fault.ToString();
        }

        var result = AspectMarks.Mark(aspect, given);
        return $"{result.Because}，得 {result.Mark.Mark()}";
    }
}
