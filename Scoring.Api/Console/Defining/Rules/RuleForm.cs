using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>
/// A rule of real contests (R-K1 to R-K18) as a clerk sets it: its fields, one sentence of help, what is set, and an example. The example
/// is what Core computes of
/// invented marks with the fields as they stand; no rule is said twice.
/// </summary>
public abstract class RuleForm
{
    /// <summary>In addresses and forms.</summary>
    public abstract string Key { get; }

    public abstract string Title { get; }

    /// <summary>One sentence: what it is for.</summary>
    public abstract string Help { get; }

    /// <summary>None: nothing is to be set here, only known.</summary>
    public virtual IReadOnlyList<KindField> Fields => [];

    /// <summary>Whether this part, a component, a module or the trade itself, can have it.</summary>
    public abstract bool Fits(Trade trade, object part);

    /// <summary>In a few words; null: off.</summary>
    public abstract string? Set(object part);

    public abstract IReadOnlyDictionary<string, string> Written(object part);

    /// <summary>The part with the fields as typed and everything else as it was; what cannot be read is noted.</summary>
    public abstract object Read(object old, KindFields typed);

    /// <summary>Sentences, computed by Core.</summary>
    public abstract IReadOnlyList<string> Example(Trade trade, object part);

    /// <summary>The fields with what stands in them.</summary>
    public IEnumerable<KindFieldShown> Shown(object part)
    {
        var written = Written(part);
        return Fields.Select(f => new KindFieldShown(f.Name, f, written.GetValueOrDefault(f.Name) ?? f.Standard));
    }
}

public abstract class RuleForm<T> : RuleForm where T : class
{
    public override bool Fits(Trade trade, object part) => part is T it && Fits(trade, it);

    public sealed override string? Set(object part) => Set((T)part);

    public sealed override IReadOnlyDictionary<string, string> Written(object part) => Written((T)part);

    public sealed override object Read(object old, KindFields typed) => Read((T)old, typed);

    public sealed override IReadOnlyList<string> Example(Trade trade, object part) => Example(trade, (T)part);

    protected virtual bool Fits(Trade trade, T part) => true;

    protected abstract string? Set(T part);

    protected abstract IReadOnlyDictionary<string, string> Written(T part);

    protected abstract T Read(T old, KindFields typed);

    protected abstract IReadOnlyList<string> Example(Trade trade, T part);

    protected static string Plain(decimal? value) => value is { } v ? Core.Marking.Words.Plain(v) : "";

    protected static string KeyOf<TChoice>(TChoice value) where TChoice : struct, Enum => value.ToString();
}
