/** Speaking instead of writing: hold the button and talk, or tap once to begin and once to end. */
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'

export const canRecord = (): boolean => typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices?.getUserMedia)

const kinds = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
const mostSeconds = 180

export interface Recorder {
  readonly on: boolean
  readonly seconds: number
  /** The microphone was refused or is not there: offer the file picker. */
  readonly refused: boolean
  readonly holding: {
    readonly onPointerDown: (event: PointerEvent<HTMLButtonElement>) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
    readonly onClick: (event: { readonly detail: number }) => void
  }
}

export function useRecorder(done: (sound: Blob, seconds: number) => void): Recorder {
  const [on, setOn] = useState(false)
  const [seconds, setSeconds] = useState(0)
  const [refused, setRefused] = useState(false)
  const machine = useRef<MediaRecorder | undefined>(undefined)
  const began = useRef(0)
  const pressed = useRef(0)
  const wanted = useRef(false)

  const stop = useCallback(() => {
    wanted.current = false
    if (machine.current?.state === 'recording') machine.current.stop()
  }, [])

  const start = useCallback(async () => {
    if (machine.current) return
    wanted.current = true
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const type = kinds.find((kind) => MediaRecorder.isTypeSupported(kind))
      const recorder = new MediaRecorder(stream, { ...(type ? { mimeType: type } : {}), audioBitsPerSecond: 24_000 })
      const parts: Blob[] = []
      recorder.ondataavailable = (event) => event.data.size && parts.push(event.data)
      recorder.onstop = () => {
        for (const track of stream.getTracks()) track.stop()
        machine.current = undefined
        setOn(false)
        const length = Math.round((performance.now() - began.current) / 1000)
        if (length >= 1 && parts.length) done(new Blob(parts, { type: (recorder.mimeType || type || 'audio/webm').split(';')[0]! }), length)
      }
      machine.current = recorder
      began.current = performance.now()
      recorder.start(1000)
      setSeconds(0)
      setOn(true)
      if (!wanted.current) recorder.stop()
    } catch {
      setRefused(true)
    }
  }, [done])

  useEffect(() => {
    if (!on) return undefined
    const tick = setInterval(() => {
      const length = Math.round((performance.now() - began.current) / 1000)
      setSeconds(length)
      if (length >= mostSeconds) stop()
    }, 500)
    return () => clearInterval(tick)
  }, [on, stop])
  useEffect(() => stop, [stop])

  return {
    on,
    seconds,
    refused,
    holding: {
      onPointerDown: (event) => {
        if (event.button !== 0) return
        if (machine.current) return stop()
        pressed.current = performance.now()
        void start()
      },
      onPointerUp: () => {
        if (pressed.current && performance.now() - pressed.current > 500) stop()
        pressed.current = 0
      },
      onPointerCancel: stop,
      onClick: ({ detail }) => {
        if (detail === 0) machine.current ? stop() : void start()
      },
    },
  }
}
