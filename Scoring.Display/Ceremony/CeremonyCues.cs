using Scoring.Core.Contracts;

namespace Scoring.Display.Ceremony;

/// <summary>Music for a step, for the presenter's machine to play. By default there is none; a host that has files registers its own.</summary>
public sealed class CeremonyCues(Func<CeremonyPicture, string?> cue)
{
    public CeremonyCues()
        : this(_ => null)
    {
    }

    /// <returns>Address of the music; null: none.</returns>
    public string? For(CeremonyPicture picture) => cue(picture);

    /// <summary>The word a music file is named by for this picture: 开场, 结束, 逐名揭晓, or the award: 一等奖 when it is announced, 一等奖揭晓 when its names come.</summary>
    public static string WordOf(CeremonyPicture picture) => picture.Scene switch
    {
        CeremonyScene.Opening => "开场",
        CeremonyScene.Closing => "结束",
        CeremonyScene.Resolver => "逐名揭晓",
        _ => picture.Winners.Count > 0 ? picture.Award + "揭晓" : picture.Award,
    };
}
